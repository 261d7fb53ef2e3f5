package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.dashboard.settings.SettingsGroup.SettingsWay;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the settings: what of a new shop is still to be set up, and the way to everything that can be set. */
@PageController
class ChecklistController {

    private final SetupSteps steps;
    private final PageTrips trips;

    ChecklistController(SetupSteps steps, PageTrips trips) {
        this.steps = steps;
        this.trips = trips;
    }

    @GetMapping(SettingsPaths.SETTINGS)
    @Allows(permission = Allows.SIGNED_IN)
    ModelAndView show(Caller caller) {
        var progress = steps.ask(caller);
        trips.ask(progress.asked());
        var all = progress.steps();
        var done = all.stream().filter(SetupStep::done).count();
        return new ModelAndView(
                "dashboard/settings/settings", Map.of("steps", all, "done", done, "groups", groups(caller)));
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
                                        "social:read"),
                                new Offered(
                                        "canned",
                                        DashboardPaths.CANNED_REPLIES,
                                        "star",
                                        "conversations.view",
                                        "messaging:read")),
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
                        .map(way -> new SettingsWay(way.name(), way.path(), way.icon()))
                        .toList());
    }
}
