package iq.sendy.dashboard.settings;

import iq.sendy.cashier.CashierSettings;
import iq.sendy.cashier.CounterSettings;
import iq.sendy.catalog.Categories;
import iq.sendy.catalog.PackageSizes;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.ShippingRules;
import iq.sendy.storefront.StorefrontSettings;
import iq.sendy.storefront.Storefronts;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far a new shop is set up. */
@Component
class SetupSteps {

    private final Settings settings;
    private final Storefronts storefronts;
    private final CounterSettings counter;
    private final PackageSizes sizes;
    private final Categories categories;
    private final ShippingRules shippingRules;

    SetupSteps(
            Settings settings,
            Storefronts storefronts,
            CounterSettings counter,
            PackageSizes sizes,
            Categories categories,
            ShippingRules shippingRules) {
        this.settings = settings;
        this.storefronts = storefronts;
        this.counter = counter;
        this.sizes = sizes;
        this.categories = categories;
        this.shippingRules = shippingRules;
    }

    /** What is to be asked for them, which shares a trip. */
    SetupProgress ask(Caller caller) {
        var store = caller.store();
        return new SetupProgress(
                caller,
                settings.query(store),
                storefronts.query(store),
                counter.query(store),
                sizes.any(store),
                categories.any(store),
                shippingRules.anyActive(store));
    }

    /** How far the shop is, once it is asked. */
    record SetupProgress(
            Caller caller,
            Query<StoreSettings> made,
            Query<StorefrontSettings> face,
            Query<CashierSettings> till,
            Query<Boolean> sized,
            Query<Boolean> sorted,
            Query<Boolean> shipped) {

        List<Query<?>> asked() {
            return List.of(made, face, till, sized, sorted, shipped);
        }

        /** Those of which the reader may see how far they are. */
        List<SetupStep> steps() {
            var shop = face.first().orElse(StorefrontSettings.NONE);
            var steps = new ArrayList<SetupStep>();
            if (sees(caller, "settings", "settings")) {
                steps.add(step(caller, "store", SettingsPaths.STORE, made.any(), "settings", "settings"));
            }
            if (sees(caller, "shipping", "shipping")) {
                var priced = shipped.single()
                        || made.first().orElse(StoreSettings.DEFAULTS).defaultDeliveryFee() > 0;
                steps.add(step(caller, "shipping", DashboardPaths.SHIPPING, priced, "shipping", "shipping"));
            }
            var shows = sees(caller, "storefront", "storefront");
            if (shows) {
                var told = shop.description() != null || shop.coverImageUrl() != null;
                steps.add(step(caller, "shop", SettingsPaths.SHOP, told, "storefront", "storefront"));
            }
            if (sees(caller, "package_sizes", "catalog")) {
                steps.add(step(caller, "packages", SettingsPaths.PACKAGES, sized.single(), "package_sizes", "catalog"));
            }
            if (sees(caller, "cashier", "cashier")) {
                steps.add(step(caller, "cashier", SettingsPaths.CASHIER, till.any(), "cashier", "cashier"));
            }
            if (sees(caller, "categories", "catalog")) {
                steps.add(
                        step(caller, "categories", SettingsPaths.CATEGORIES, sorted.single(), "categories", "catalog"));
            }
            if (shows) {
                steps.add(step(caller, "publish", SettingsPaths.SHOP, shop.published(), "storefront", "storefront"));
            }
            return steps;
        }
    }

    private static boolean sees(Caller caller, String permission, String scope) {
        return caller.missing(permission + ".view", scope + ":read") == null;
    }

    private static SetupStep step(
            Caller caller, String name, String path, boolean done, String permission, String scope) {
        return new SetupStep(name, path, done, caller.missing(permission + ".manage", scope + ":write") == null);
    }
}
