package iq.sendy.dashboard.cashier;

import iq.sendy.cashier.CashierSessions;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.HomeTask;
import iq.sendy.dashboard.NavigationGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screens of this room, and where they are. */
@Configuration(proxyBeanMethods = false)
class CashierScreens {

    static final String REGISTER = DashboardPaths.CASHIER;
    static final String GOODS = REGISTER + "/goods";
    static final String QUOTE = REGISTER + "/quote";
    static final String SALES = REGISTER + "/sales";
    static final String RECEIPTS = REGISTER + "/receipts";
    static final String PINNED = REGISTER + "/pinned";
    static final String PIN = REGISTER + "/pin";
    static final String SESSIONS = REGISTER + "/sessions";
    static final String SESSION = SESSIONS + "/{session}";

    @Bean
    DashboardScreen cashierScreen() {
        return DashboardScreen.at(REGISTER, "cashier", NavigationGroup.SELL, 30)
                .needing("cashier.view", "cashier:read");
    }

    @Bean
    HomeTask sessionsToClose(CashierSessions sessions) {
        return new HomeTask(
                SESSIONS,
                "home.sessions",
                "cashier",
                60,
                "cashier.manage",
                "cashier:write",
                caller -> HomeTask.WaitingAmount.of(sessions.leftOpen(caller.store())));
    }
}
