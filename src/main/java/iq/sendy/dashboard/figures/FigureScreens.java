package iq.sendy.dashboard.figures;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.NavigationGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screens of this room. */
@Configuration(proxyBeanMethods = false)
class FigureScreens {

    @Bean
    DashboardScreen analyticsScreen() {
        return DashboardScreen.at(DashboardPaths.ANALYTICS, "analytics", NavigationGroup.MONEY, 10)
                .needing("analytics.view", "analytics:read");
    }
}
