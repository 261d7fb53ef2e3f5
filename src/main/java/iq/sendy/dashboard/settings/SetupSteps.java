package iq.sendy.dashboard.settings;

import iq.sendy.cashier.CounterSettings;
import iq.sendy.catalog.Categories;
import iq.sendy.catalog.PackageSizes;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import iq.sendy.storefront.StorefrontSettings;
import iq.sendy.storefront.Storefronts;
import iq.sendy.stores.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How far a new shop is set up. */
@Component
class SetupSteps {

    private final Settings settings;
    private final Storefronts storefronts;
    private final CounterSettings counter;
    private final PackageSizes sizes;
    private final Categories categories;
    private final PageTrips trips;

    SetupSteps(
            Settings settings,
            Storefronts storefronts,
            CounterSettings counter,
            PackageSizes sizes,
            Categories categories,
            PageTrips trips) {
        this.settings = settings;
        this.storefronts = storefronts;
        this.counter = counter;
        this.sizes = sizes;
        this.categories = categories;
        this.trips = trips;
    }

    /**
     * Those of which the reader may see how far they are.
     *
     * @param screens paths of the screens that there are: a step leads nowhere else
     */
    List<SetupStep> of(Caller caller, Set<String> screens) {
        var store = caller.store();
        var made = settings.query(store);
        var face = storefronts.query(store);
        var till = counter.query(store);
        trips.ask(List.of(made, face, till));
        var shop = face.first().orElse(StorefrontSettings.NONE);
        var steps = new ArrayList<SetupStep>();
        if (sees(caller, "settings", "settings")) {
            steps.add(step(caller, "store", SettingsPaths.STORE, made.any(), "settings", "settings"));
        }
        var shows = sees(caller, "storefront", "storefront") && screens.contains(SettingsPaths.SHOP);
        if (shows) {
            var told = shop.description() != null || shop.coverImageUrl() != null;
            steps.add(step(caller, "shop", SettingsPaths.SHOP, told, "storefront", "storefront"));
        }
        if (sees(caller, "package_sizes", "catalog")) {
            var any = !sizes.list(store, Paging.first()).items().isEmpty();
            steps.add(step(caller, "packages", SettingsPaths.PACKAGES, any, "package_sizes", "catalog"));
        }
        if (sees(caller, "cashier", "cashier")) {
            steps.add(step(caller, "cashier", SettingsPaths.CASHIER, till.any(), "cashier", "cashier"));
        }
        if (sees(caller, "categories", "catalog") && screens.contains(SettingsPaths.PRODUCTS)) {
            var any = !categories.list(store, Paging.first()).items().isEmpty();
            steps.add(step(caller, "categories", SettingsPaths.CATEGORIES, any, "categories", "catalog"));
        }
        if (shows) {
            steps.add(step(caller, "publish", SettingsPaths.SHOP, shop.published(), "storefront", "storefront"));
        }
        return steps;
    }

    private static boolean sees(Caller caller, String permission, String scope) {
        return caller.missing(permission + ".view", scope + ":read") == null;
    }

    private static SetupStep step(
            Caller caller, String name, String path, boolean done, String permission, String scope) {
        return new SetupStep(name, path, done, caller.missing(permission + ".manage", scope + ":write") == null);
    }
}
