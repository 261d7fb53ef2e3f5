package iq.sendy.messaging.listeners;

import iq.sendy.accounts.MemberRemoved;
import iq.sendy.messaging.ConversationActions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is no member any more has no conversations. */
@Component
class MemberListener {

    private final ConversationActions conversations;

    MemberListener(ConversationActions conversations) {
        this.conversations = conversations;
    }

    @EventListener
    void on(MemberRemoved removed) {
        conversations.leave(removed.store(), removed.member());
    }
}
