package iq.sendy.agent.store;

import iq.sendy.agent.AiJobState;
import iq.sendy.agent.JobFilter;
import iq.sendy.agent.LoggedJob;
import iq.sendy.agent.LoggedJob.LoggedCost;
import iq.sendy.agent.LoggedJob.LoggedPlace;
import iq.sendy.agent.LoggedJob.LoggedReply;
import iq.sendy.agent.LoggedJob.LoggedTimes;
import iq.sendy.agent.LoggedStep;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Jobs of the agent with their steps, as people look at them. */
@Component
public class JobLogStore {

    private static final String COLUMNS = """
            j.id, j.conversation_id, j.channel_id, j.trigger_message_id, j.state, j.reason, j.attempts, j.reply,
            j.reply_message_id, j.input_tokens, j.output_tokens, j.burst_began_at, j.created_at, j.finished_at""";

    private static final Keyset<LoggedJob> NEWEST =
            Keyset.newest("j", job -> job.times().created(), LoggedJob::id);

    /** Newest first. */
    public Listing<LoggedJob> list(StoreId store, JobFilter filter) {
        var states = filter.states();
        var listing = Listing.select(COLUMNS, JobLogStore::job)
                .from("agent.ai_message_job as j where j.store_id = :store", NEWEST)
                .countedOnPagesByNumber()
                .param("store", store.value())
                .and("j.channel_id = :channel", "channel", filter.channel())
                .and("j.conversation_id = :conversation", "conversation", filter.conversation())
                .and("j.reason = :reason", "reason", filter.reason())
                .and("j.created_at >= :from", "from", Sql.atOrNull(filter.from()))
                .and("j.created_at < :to", "to", Sql.atOrNull(filter.to()));
        // One state is read in the order of its index; several are not.
        return states.size() == 1
                ? listing.and("j.state = :state", "state", states.getFirst().toString())
                : listing.and("j.state = any (:states)", "states", Sql.words(states));
    }

    public Query<LoggedJob> find(StoreId store, UUID job) {
        return Query.of(
                        "select " + COLUMNS
                                + " from agent.ai_message_job as j where j.store_id = :store and j.id = :id",
                        JobLogStore::job)
                .param("store", store.value())
                .param("id", job);
    }

    /** All that it did, in its order. */
    public Query<LoggedStep> steps(StoreId store, UUID job) {
        return Query.of("""
                        select s.attempt, s.number, s.kind, s.name, s.outcome, s.details::text as details, s.at
                        from agent.job_step as s
                        where s.store_id = :store and s.job_id = :job
                        order by s.attempt, s.number
                        """, JobLogStore::step).param("store", store.value()).param("job", job);
    }

    private static LoggedStep step(ResultSet row, int index) throws SQLException {
        return new LoggedStep(
                row.getInt("attempt"),
                row.getInt("number"),
                Objects.requireNonNull(row.getString("kind")),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("outcome")),
                row.getString("details"),
                Sql.instant(row, "at"));
    }

    private static LoggedJob job(ResultSet row, int index) throws SQLException {
        return new LoggedJob(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new LoggedPlace(
                        Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                        Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                        Objects.requireNonNull(row.getObject("trigger_message_id", UUID.class))),
                WireWord.of(AiJobState.class, row.getString("state")),
                row.getString("reason"),
                new LoggedCost(row.getInt("attempts"), row.getLong("input_tokens"), row.getLong("output_tokens")),
                new LoggedReply(row.getString("reply"), row.getObject("reply_message_id", UUID.class)),
                new LoggedTimes(
                        Sql.instant(row, "burst_began_at"),
                        Sql.instant(row, "created_at"),
                        Sql.instantOrNull(row, "finished_at")));
    }
}
