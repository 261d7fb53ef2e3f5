package iq.sendy.agent.store;

import iq.sendy.agent.AiJobState;
import iq.sendy.agent.AiMessageJob;
import iq.sendy.agent.AiMessageJob.JobPlace;
import iq.sendy.agent.AiMessageJob.JobProgress;
import iq.sendy.agent.AiMessageJob.JobReply;
import iq.sendy.agent.AiMessageJob.JobTimes;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AI message jobs as whoever works them off reads and moves them. Their conversations are locked by whoever writes. */
@Component
public class MessageJobStore {

    /** Of {@code agent.ai_message_job as j}. */
    static final String COLUMNS = """
            j.store_id, j.id, j.conversation_id, j.channel_id, j.contact_id, j.trigger_message_id, j.trigger_number,
            j.first_number, j.state, j.reason, j.attempts, j.run_count, j.lost_count, j.lease_token, j.not_before,
            j.burst_began_at, j.reply, j.reply_language, j.reply_content::text as reply_content, j.reply_message_id,
            j.input_tokens, j.output_tokens, j.driven_at, j.created_at, j.updated_at, j.finished_at""";

    static final String LIVE = "j.state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry')";

    /** Jobs by their ids. */
    public Query<AiMessageJob> find(StoreId store, Collection<UUID> ids) {
        return Query.of(
                        "select " + COLUMNS
                                + " from agent.ai_message_job as j where j.store_id = :store and j.id = any (:ids)",
                        MessageJobStore::job)
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    /** The one of a conversation that more will come of. */
    public Query<AiMessageJob> live(StoreId store, UUID conversation) {
        return Query.of(
                        "select " + COLUMNS
                                + " from agent.ai_message_job as j"
                                + " where j.store_id = :store and j.conversation_id = :conversation and " + LIVE,
                        MessageJobStore::job)
                .param("store", store.value())
                .param("conversation", conversation);
    }

    static AiMessageJob job(ResultSet row, int index) throws SQLException {
        return new AiMessageJob(
                new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))),
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new JobPlace(
                        Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                        Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                        row.getObject("contact_id", UUID.class),
                        Objects.requireNonNull(row.getObject("trigger_message_id", UUID.class)),
                        row.getLong("trigger_number"),
                        row.getLong("first_number")),
                WireWord.of(AiJobState.class, row.getString("state")),
                row.getString("reason"),
                new JobProgress(
                        row.getInt("attempts"),
                        row.getInt("run_count"),
                        row.getInt("lost_count"),
                        row.getLong("lease_token")),
                new JobReply(
                        row.getString("reply"),
                        row.getString("reply_language"),
                        row.getString("reply_content"),
                        row.getObject("reply_message_id", UUID.class),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens")),
                new JobTimes(
                        Sql.instant(row, "burst_began_at"),
                        Sql.instant(row, "not_before"),
                        Sql.instantOrNull(row, "driven_at"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "updated_at"),
                        Sql.instantOrNull(row, "finished_at")));
    }

    /**
     * Somebody begins an attempt; answers the how manieth. An attempt that was lost with its worker is counted apart, and one
     * that another worker took meanwhile is not begun.
     */
    public Query<Long> begin(StoreId store, UUID job, long token, Instant now) {
        return Query.number("""
                        update agent.ai_message_job as j
                        set lost_count = j.lost_count + case when j.state = 'Generating' then 1 else 0 end,
                            attempts = j.attempts + case when j.state = 'Generating' then 0 else 1 end,
                            run_count = j.run_count + 1, state = 'Generating', lease_token = :token,
                            asked_at = coalesce(j.asked_at, :now), reason = null, updated_at = :now
                        where j.store_id = :store and j.id = :id and j.lease_token < :token
                            and j.state in ('Pending', 'Retry', 'Generating')
                        returning j.run_count
                        """)
                .param("store", store.value())
                .param("id", job)
                .param("token", token)
                .param("now", Sql.at(now));
    }

    /** Tokens of a call, whoever made it. */
    public Query<Boolean> spent(StoreId store, UUID job, long input, long output) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set input_tokens = j.input_tokens + :input, output_tokens = j.output_tokens + :output
                        where j.store_id = :store and j.id = :id
                        """)
                .param("store", store.value())
                .param("id", job)
                .param("input", input)
                .param("output", output);
    }

    /** What an attempt came to say. */
    public record WrittenReply(String text, String language, String content) {}

    /** Reply and usage are stored, and nothing is sent; no row when the job is somebody else's, or over. */
    public Query<Boolean> generated(StoreId store, UUID job, int run, WrittenReply reply, Instant now) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set state = 'Generated', reply = :reply, reply_language = :language,
                            reply_content = :content::jsonb, updated_at = :now
                        where j.store_id = :store and j.id = :id and j.state = 'Generating' and j.run_count = :run
                        returning true
                        """)
                .param("store", store.value())
                .param("id", job)
                .param("run", run)
                .param("reply", reply.text())
                .param("language", reply.language())
                .param("content", reply.content())
                .param("now", Sql.at(now));
    }

    /** Its reply is a row of the outbound queue. */
    public Query<Boolean> sending(StoreId store, UUID job, UUID message, Instant now) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set state = 'Sending', reply_message_id = :message, reason = null, updated_at = :now
                        where j.store_id = :store and j.id = :id and j.state = 'Generated'
                        """)
                .param("store", store.value())
                .param("id", job)
                .param("message", message)
                .param("now", Sql.at(now));
    }

    /** Nothing more comes of it, if anything would have. */
    public Query<Boolean> finish(StoreId store, UUID job, AiJobState state, @Nullable String reason, Instant now) {
        return Query.write("update agent.ai_message_job as j set state = :state, reason = :reason, finished_at = :now,"
                        + " updated_at = :now where j.store_id = :store and j.id = :id and " + LIVE + " returning true")
                .param("store", store.value())
                .param("id", job)
                .param("state", state.toString())
                .param("reason", reason)
                .param("now", Sql.at(now));
    }

    /** Another attempt follows, and this one counts or does not. */
    public Query<Boolean> again(StoreId store, UUID job, String reason, int counts, Instant notBefore, Instant now) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set attempts = j.attempts + :counts - case when j.state = 'Generating' then 1 else 0 end,
                            state = 'Retry', reason = :reason, not_before = :notBefore, updated_at = :now
                        where j.store_id = :store and j.id = :id and j.state in ('Pending', 'Retry', 'Generating')
                        """)
                .param("store", store.value())
                .param("id", job)
                .param("reason", reason)
                .param("counts", counts)
                .param("notBefore", Sql.at(notBefore))
                .param("now", Sql.at(now));
    }

    /** A person drives a dead one again: what it is to answer now, and whether its reply is good still. */
    public record DrivenJob(UUID id, UUID message, long number, boolean replyStands) {}

    /** The job waits again, as if it were new; no row when it is not dead. */
    public Query<Boolean> revive(StoreId store, DrivenJob driven, Instant now) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set state = case when :stands and j.reply_content is not null then 'Generated' else 'Pending' end,
                            reason = null, attempts = 0, lost_count = 0, lease_token = 0, reply_message_id = null,
                            trigger_message_id = :message, trigger_number = :number, not_before = :now,
                            burst_began_at = :now, driven_at = :now, finished_at = null, next_message_id = null,
                            next_number = null, next_first_number = null, next_began_at = null, updated_at = :now
                        where j.store_id = :store and j.id = :id and j.state = 'Dead'
                        returning true
                        """)
                .param("store", store.value())
                .param("id", driven.id())
                .param("message", driven.message())
                .param("number", driven.number())
                .param("stands", driven.replyStands())
                .param("now", Sql.at(now));
    }

    /** How many turns a contact has had since then. */
    public Query<Long> turns(StoreId store, UUID contact, UUID but, Instant since) {
        return Query.number("""
                        select count(*) from agent.ai_message_job as j
                        where j.store_id = :store and j.contact_id = :contact and j.asked_at > :since and j.id <> :but
                        """)
                .param("store", store.value())
                .param("contact", contact)
                .param("but", but)
                .param("since", Sql.at(since));
    }
}
