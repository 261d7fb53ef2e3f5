package iq.sendy.agent.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentJobBody;
import iq.sendy.messaging.AgentJobBody.JobTokens;
import iq.sendy.messaging.ConversationJobs.ConversationJob;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** AI message jobs as their conversations list them. */
@Component
public class JobViewStore {

    private static final String SELECT = """
            select j.id, j.conversation_id, j.state, j.reason, j.attempts, j.input_tokens, j.output_tokens,
                   case when j.state = 'HandedOff' and j.reason = 'draft' and j.reply_message_id is null then j.reply end
                       as draft,
                   j.created_at, j.finished_at
            from agent.ai_message_job as j where j.store_id = :store and\s""";

    /** All of a conversation, the oldest first. */
    public Query<ConversationJob> of(StoreId store, UUID conversation) {
        return Query.of(SELECT + "j.conversation_id = :conversation order by j.created_at, j.id", JobViewStore::view)
                .param("store", store.value())
                .param("conversation", conversation);
    }

    /** The newest of a conversation, the newest first. */
    public Query<ConversationJob> newest(StoreId store, UUID conversation, int most) {
        return Query.of(
                        SELECT + "j.conversation_id = :conversation order by j.created_at desc, j.id desc limit :most",
                        JobViewStore::view)
                .param("store", store.value())
                .param("conversation", conversation)
                .param("most", most);
    }

    public Query<ConversationJob> among(StoreId store, Collection<UUID> ids) {
        return Query.of(SELECT + "j.id = any (:ids)", JobViewStore::view)
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    private static ConversationJob view(ResultSet row, int index) throws SQLException {
        return new ConversationJob(
                Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                new AgentJobBody(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getString("state")),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        new JobTokens(row.getLong("input_tokens"), row.getLong("output_tokens")),
                        row.getString("draft"),
                        Sql.instant(row, "created_at"),
                        Sql.instantOrNull(row, "finished_at")));
    }
}
