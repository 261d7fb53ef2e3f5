package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.HomeTask;
import iq.sendy.dashboard.NavigationGroup;
import iq.sendy.messaging.Conversations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screens of this room. */
@Configuration(proxyBeanMethods = false)
class InboxScreens {

    @Bean
    DashboardScreen inboxScreen(Conversations conversations) {
        return DashboardScreen.at(DashboardPaths.INBOX, "inbox", NavigationGroup.TALK, 10)
                .needing("conversations.view", "messaging:read")
                .counting(conversations::waiting);
    }

    @Bean
    HomeTask customersToAnswer(Conversations conversations) {
        return new HomeTask(
                DashboardPaths.INBOX,
                "home.inbox",
                "inbox",
                50,
                "conversations.view",
                "messaging:read",
                caller -> HomeTask.WaitingAmount.of(conversations.waiting(caller.store())));
    }
}
