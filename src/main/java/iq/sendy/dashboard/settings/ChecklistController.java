package iq.sendy.dashboard.settings;

import iq.sendy.cashier.CounterSettings;
import iq.sendy.catalog.Categories;
import iq.sendy.catalog.PackageSizes;
import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.dashboard.settings.SettingsGroup.Way;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.storefront.StorefrontSettings;
import iq.sendy.storefront.Storefronts;
import iq.sendy.stores.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the settings: what of a new shop is still to be set up, and the way to everything that can be set. */
@PageController
class ChecklistController {

    private final Settings settings;
    private final Storefronts storefronts;
    private final CounterSettings counter;
    private final PackageSizes sizes;
    private final Categories categories;
    private final PageTrips trips;
    private final Set<String> screens;

    ChecklistController(
            Settings settings,
            Storefronts storefronts,
            CounterSettings counter,
            PackageSizes sizes,
            Categories categories,
            PageTrips trips,
            List<DashboardScreen> screens) {
        this.settings = settings;
        this.storefronts = storefronts;
        this.counter = counter;
        this.sizes = sizes;
        this.categories = categories;
        this.trips = trips;
        this.screens = screens.stream().map(DashboardScreen::path).collect(Collectors.toSet());
    }

    @GetMapping(SettingsPaths.SETTINGS)
    @Allows(permission = Allows.SIGNED_IN)
    ModelAndView show(Caller caller) {
        var steps = steps(caller);
        var done = steps.stream().filter(SetupStep::done).count();
        return new ModelAndView(
                "dashboard/settings/settings", Map.of("steps", steps, "done", done, "groups", groups(caller)));
    }

    /** Those of which the reader may see how far they are. */
    private List<SetupStep> steps(Caller caller) {
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

    private static List<SettingsGroup> groups(Caller caller) {
        return Stream.of(
                        group(
                                caller,
                                "shop",
                                new Offered("store", SettingsPaths.STORE, "shop", "settings.view", "settings:read"),
                                new Offered(
                                        "cashier", SettingsPaths.CASHIER, "cashier", "cashier.view", "cashier:read"),
                                new Offered(
                                        "packages",
                                        SettingsPaths.PACKAGES,
                                        "box",
                                        "package_sizes.view",
                                        "catalog:read")),
                        group(
                                caller,
                                "people",
                                new Offered("staff", SettingsPaths.STAFF, "people", "rbac.manage", ""),
                                new Offered("password", SettingsPaths.PASSWORD, "lock", Allows.SIGNED_IN, ""),
                                new Offered("audit", SettingsPaths.AUDIT, "list", "settings.view", "settings:read")),
                        group(
                                caller,
                                "talk",
                                new Offered(
                                        "channels",
                                        SettingsPaths.CHANNELS,
                                        "inbox",
                                        "social_channels.view",
                                        "social:read"),
                                new Offered(
                                        "knowledge",
                                        SettingsPaths.KNOWLEDGE,
                                        "agent",
                                        "social_channels.view",
                                        "social:read")),
                        group(
                                caller,
                                "programs",
                                new Offered("keys", SettingsPaths.KEYS, "key", "api_keys.view", "keys:read"),
                                new Offered(
                                        "webhooks",
                                        SettingsPaths.WEBHOOKS,
                                        "webhook",
                                        "webhooks.view",
                                        "webhooks:read")))
                .filter(group -> !group.ways().isEmpty())
                .toList();
    }

    /** A way, and what one needs to take it. */
    private record Offered(String name, String path, String icon, String permission, String scope) {}

    private static SettingsGroup group(Caller caller, String name, Offered... offered) {
        return new SettingsGroup(
                "settings.group." + name,
                Stream.of(offered)
                        .filter(way -> caller.missing(way.permission(), way.scope()) == null)
                        .map(way -> new Way(way.name(), way.path(), way.icon()))
                        .toList());
    }
}
