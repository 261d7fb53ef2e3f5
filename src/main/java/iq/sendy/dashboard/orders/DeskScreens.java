package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.HomeTask;
import iq.sendy.dashboard.NavigationGroup;
import iq.sendy.returns.Returns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screens of work on many orders, one after the other. */
@Configuration(proxyBeanMethods = false)
class DeskScreens {

    @Bean
    DashboardScreen callsScreen() {
        return DashboardScreen.at(CallController.DESK, "calls", NavigationGroup.SELL, 20)
                .needing("orders.manage", "orders:write");
    }

    @Bean
    DashboardScreen returnsScreen(Returns returns) {
        return DashboardScreen.at(ReturnListController.RETURNS, "coming", NavigationGroup.SELL, 25)
                .needing("returns.view", "orders:read")
                .counting(returns::countOpen);
    }

    @Bean
    DashboardScreen customersScreen() {
        return DashboardScreen.at(CustomerListController.CUSTOMERS, "people", NavigationGroup.TALK, 30)
                .needing("customers.view", "customers:read");
    }

    @Bean
    HomeTask returnsToDecide(Returns returns) {
        return new HomeTask(
                ReturnListController.RETURNS,
                "home.returns",
                "coming",
                40,
                "returns.view",
                "orders:read",
                caller -> HomeTask.WaitingAmount.of(returns.countOpen(caller.store())));
    }
}
