package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.HomeTask;
import iq.sendy.dashboard.NavigationGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries of this room in the side bar. */
@Configuration(proxyBeanMethods = false)
class SettingsScreens {

    /** Everybody has some: their own password at least. */
    @Bean
    DashboardScreen settingsScreen() {
        return DashboardScreen.at(SettingsPaths.SETTINGS, "settings", NavigationGroup.SETTINGS, 90);
    }

    @Bean
    DashboardScreen shopScreen() {
        return DashboardScreen.at(SettingsPaths.SHOP, "shop", NavigationGroup.SHOP, 10)
                .needing("storefront.view", "storefront:read");
    }

    /** The steps of the checklist that are left to whoever looks. */
    @Bean
    HomeTask shopToSetUp(SetupSteps steps) {
        return new HomeTask(
                SettingsPaths.SETTINGS,
                "home.setup",
                "settings",
                90,
                "settings.manage",
                "settings:write",
                caller -> left(steps.ask(caller)));
    }

    private static HomeTask.WaitingAmount left(SetupSteps.SetupProgress progress) {
        return new HomeTask.WaitingAmount(
                progress.asked(),
                () -> progress.steps().stream()
                        .filter(step -> !step.done() && step.manages())
                        .count());
    }
}
