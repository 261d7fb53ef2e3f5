package iq.sendy.dashboard.money;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.NavigationGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screens of this room. */
@Configuration(proxyBeanMethods = false)
class MoneyScreens {

    @Bean
    DashboardScreen discountsScreen() {
        return DashboardScreen.at(MoneyPaths.DISCOUNTS, "discounts", NavigationGroup.MONEY, 20)
                .needing("discounts.view", "discounts:read");
    }

    @Bean
    DashboardScreen shippingScreen() {
        return DashboardScreen.at(DashboardPaths.SHIPPING, "shipping", NavigationGroup.MONEY, 30)
                .needing("shipping.view", "shipping:read");
    }

    @Bean
    DashboardScreen expensesScreen() {
        return DashboardScreen.at(MoneyPaths.EXPENSES, "expenses", NavigationGroup.MONEY, 40)
                .needing("expenses.view", "finance:read");
    }

    @Bean
    DashboardScreen linksScreen() {
        return DashboardScreen.at(MoneyPaths.LINKS, "links", NavigationGroup.SHOP, 30)
                .needing("storefront.view", "storefront:read");
    }
}
