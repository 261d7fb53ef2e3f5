package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.HomeTask;
import iq.sendy.dashboard.NavigationGroup;
import iq.sendy.orders.ConfirmationDesk;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.Orders;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
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
    HomeTask ordersToCall(ConfirmationDesk desk, Clock clock) {
        return new HomeTask(
                CallController.DESK,
                "home.orders.confirm",
                "calls",
                10,
                "orders.manage",
                "orders:write",
                caller -> HomeTask.WaitingAmount.of(desk.countDue(caller.store(), clock.instant())));
    }

    /** For those who may not call and yet see what is not confirmed. */
    @Bean
    HomeTask ordersToConfirm(Orders orders) {
        return new HomeTask(
                path(OrderTab.CONFIRM),
                "home.orders.confirm",
                "calls",
                11,
                "orders.view",
                "orders:read",
                caller -> HomeTask.WaitingAmount.of(
                        caller.missing("orders.manage", "orders:write") == null
                                ? Query.none()
                                : orders.countIn(caller.store(), OrderTab.CONFIRM.statuses())));
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
        return new HomeTask(
                path(tab),
                "home.orders." + tab.word(),
                icon,
                position,
                "orders.view",
                "orders:read",
                caller -> HomeTask.WaitingAmount.of(orders.countIn(caller.store(), tab.statuses())));
    }

    private static String path(OrderTab tab) {
        return DashboardPaths.ORDERS + "?tab=" + tab.word();
    }
}
