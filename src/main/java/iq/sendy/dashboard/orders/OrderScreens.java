package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.HomeTask;
import iq.sendy.dashboard.NavigationGroup;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.Orders;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screens of this room. */
@Configuration(proxyBeanMethods = false)
class OrderScreens {

    @Bean
    DashboardScreen ordersScreen(Orders orders) {
        return DashboardScreen.at(DashboardPaths.ORDERS, "orders", NavigationGroup.SELL, 10)
                .needing("orders.view", "orders:read")
                .counting(store -> orders.countIn(store, List.of(OrderStatus.PENDING)));
    }

    /** Leads to the desk, where they are confirmed one after the other, and so it is for those who may. */
    @Bean
    HomeTask ordersToConfirm(Orders orders) {
        return task(CallController.DESK, "manage", "write", orders, OrderTab.CONFIRM, "calls", 10);
    }

    @Bean
    HomeTask ordersToPack(Orders orders) {
        return listed(orders, OrderTab.PACK, "box", 20);
    }

    @Bean
    HomeTask ordersComingBack(Orders orders) {
        return listed(orders, OrderTab.BACK, "coming", 30);
    }

    private static HomeTask listed(Orders orders, OrderTab tab, String icon, int position) {
        return task(DashboardPaths.ORDERS + "?tab=" + tab.word(), "view", "read", orders, tab, icon, position);
    }

    private static HomeTask task(
            String path, String permission, String scope, Orders orders, OrderTab tab, String icon, int position) {
        return new HomeTask(
                path,
                "home.orders." + tab.word(),
                icon,
                position,
                "orders." + permission,
                "orders:" + scope,
                caller -> orders.countIn(caller.store(), tab.statuses()));
    }
}
