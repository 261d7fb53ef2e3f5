package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.UUID;

/** Jobs of the agent about conversations, for those who look at these. Where there is no such bean there are none. */
public interface ConversationJobs {

    /** A job and the conversation that it is about. */
    record ConversationJob(UUID conversation, AgentJobBody body) {}

    /** All of a conversation, the oldest first, for a trip of the caller's own. */
    Query<ConversationJob> of(StoreId store, UUID conversation);

    /** The newest of a conversation, the newest first. */
    Query<ConversationJob> newest(StoreId store, UUID conversation, int most);

    /** Those that there are. */
    Query<ConversationJob> among(StoreId store, Collection<UUID> ids);
}
