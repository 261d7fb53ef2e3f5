package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.ConversationStore;
import iq.sendy.platform.sql.Query;
import org.springframework.stereotype.Service;

/** Conversations that wait for a person, as a count among other work that waits. */
@Service
public class WaitingConversations {

    private final ConversationStore conversations;

    WaitingConversations(ConversationStore conversations) {
        this.conversations = conversations;
    }

    /** How many are open, as a query that shares a trip. */
    public Query<Long> countOpen(StoreId store) {
        return conversations.countOpen(store);
    }
}
