package iq.sendy.agent.store;

import iq.sendy.agent.AiMessageJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Jobs that ended as drafts. */
@Component
public class DraftStore {

    /** A job of the conversation, whatever came of it. */
    public Query<AiMessageJob> find(StoreId store, UUID conversation, UUID job) {
        return Query.of(
                        "select " + MessageJobStore.COLUMNS
                                + " from agent.ai_message_job as j"
                                + " where j.store_id = :store and j.conversation_id = :conversation and j.id = :id",
                        MessageJobStore::job)
                .param("store", store.value())
                .param("conversation", conversation)
                .param("id", job);
    }

    /** A person sends it as that message, if nobody has. */
    public Query<Boolean> sent(StoreId store, UUID job, UUID message, Instant now) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set reply_message_id = :message, updated_at = :now
                        where j.store_id = :store and j.id = :id and j.state = 'HandedOff' and j.reason = 'draft'
                            and j.reply_message_id is null
                        returning true
                        """)
                .param("store", store.value())
                .param("id", job)
                .param("message", message)
                .param("now", Sql.at(now));
    }
}
