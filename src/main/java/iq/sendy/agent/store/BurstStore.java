package iq.sendy.agent.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Bursts of messages, as the jobs that answer them. Their conversations are locked, so that of two bursts of one the second
 * finds the job of the first. Three statements, in their order, in the last trip of whoever stores the messages.
 */
@Component
public class BurstStore {

    /** No answer waits longer for the customer to have finished. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Columns<MessageBurst> BURST = Columns.of(MessageBurst.class, "b")
            .uuid("id", MessageBurst::job)
            .uuid("conversation_id", MessageBurst::conversation)
            .uuid("channel_id", MessageBurst::channel)
            .uuid("contact_id", MessageBurst::contact)
            .uuid("message_id", MessageBurst::message)
            .bigint("number", MessageBurst::number)
            .bigint("first_number", MessageBurst::first);

    /**
     * What a customer wrote at once.
     *
     * @param job the id of the job that answers it, unless there is one to which it belongs
     * @param message the newest message, whose place is {@code number}
     */
    public record MessageBurst(
            UUID job, UUID conversation, UUID channel, UUID contact, UUID message, long number, long first) {}

    /** The statements that make or move the jobs, with what wakes the job engine for them. */
    public List<Query<Boolean>> arrive(
            StoreId store, Collection<MessageBurst> bursts, String kind, UUID lane, Duration debounce, Instant now) {
        return List.of(
                moved(store, bursts, debounce, now),
                made(store, bursts, kind, lane, debounce, now),
                woken(store, bursts.stream().map(MessageBurst::job).toList()));
    }

    /**
     * A job that waits answers the new messages too, and waits for the customer to have finished; one whose answer is being
     * written is superseded; one whose answer is on its way is followed by another.
     */
    private static Query<Boolean> moved(
            StoreId store, Collection<MessageBurst> bursts, Duration debounce, Instant now) {
        return Query.write("""
                        update agent.ai_message_job as j
                        set trigger_message_id = case when w.waits then b.message_id else j.trigger_message_id end,
                            trigger_number = case when w.waits then b.number else j.trigger_number end,
                            not_before = case j.state
                                when 'Pending' then greatest(j.not_before, least(:quiet, j.burst_began_at + :longest::interval))
                                when 'Retry' then greatest(j.not_before, :quiet) else j.not_before end,
                            state = case when w.overtaken then 'Superseded' else j.state end,
                            reason = case when w.overtaken then 'newer_message' else j.reason end,
                            finished_at = case when w.overtaken then :now else j.finished_at end,
                            next_message_id = case when w.sent then b.message_id else j.next_message_id end,
                            next_number = case when w.sent then b.number else j.next_number end,
                            next_first_number = case when w.sent then coalesce(j.next_first_number, b.first_number)
                                                     else j.next_first_number end,
                            next_began_at = case when w.sent then coalesce(j.next_began_at, :now)
                                                 else j.next_began_at end,
                            updated_at = :now
                        from\s""" + BURST.table() + """

                        cross join lateral (
                            select l.id, l.state in ('Pending', 'Retry') as waits,
                                   l.state in ('Generating', 'Generated') as overtaken, l.state = 'Sending' as sent
                            from agent.ai_message_job as l
                            where l.store_id = :store and l.conversation_id = b.conversation_id
                                and l.state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry')
                        ) as w
                        where j.store_id = :store and j.id = w.id
                        """)
                .param("store", store.value())
                .rows(BURST, bursts)
                .param("quiet", Sql.at(now.plus(debounce)))
                .param("longest", LONGEST.toString())
                .param("now", Sql.at(now));
    }

    /** A conversation without a live job gets one, and the job engine its own. */
    private static Query<Boolean> made(
            StoreId store, Collection<MessageBurst> bursts, String kind, UUID lane, Duration debounce, Instant now) {
        return Query.write("""
                        with made as (
                            insert into agent.ai_message_job (
                                store_id, id, conversation_id, channel_id, contact_id, trigger_message_id, trigger_number,
                                first_number, state, not_before, burst_began_at, created_at, updated_at)
                            select :store, b.id, b.conversation_id, b.channel_id, b.contact_id, b.message_id, b.number,
                                   b.first_number, 'Pending', :quiet, :now, :now, :now
                            from\s""" + BURST.table() + """

                            on conflict (store_id, conversation_id)
                                where state in ('Pending', 'Generating', 'Generated', 'Sending', 'Retry') do nothing
                            returning id, not_before
                        )
                        insert into jobs.job (store_id, id, kind, lane, key, due_at, payload)
                        select :store, made.id, :kind, :lane, made.id::text, made.not_before, to_jsonb(made.id::text)
                        from made
                        """)
                .param("store", store.value())
                .rows(BURST, bursts)
                .param("kind", kind)
                .param("lane", lane)
                .param("quiet", Sql.at(now.plus(debounce)))
                .param("now", Sql.at(now));
    }

    /** A person wants the job: what it answers need not be fresh. */
    public Query<Boolean> driven(StoreId store, UUID job, Instant now) {
        return Query.write("""
                        update agent.ai_message_job as j set driven_at = :now where j.store_id = :store and j.id = :id
                        """).param("store", store.value()).param("id", job).param("now", Sql.at(now));
    }

    /** Says that the store has work, if these jobs were made. */
    static Query<Boolean> woken(StoreId store, Collection<UUID> jobs) {
        return Query.write("""
                        insert into jobs.store_due as d (store_id, due_at)
                        select :store, min(q.due_at) from jobs.job as q
                        where q.store_id = :store and q.id = any (:jobs)
                        having count(*) > 0
                        on conflict (store_id) do update set due_at = excluded.due_at where d.due_at > excluded.due_at
                        """).param("store", store.value()).param("jobs", jobs.toArray(UUID[]::new));
    }
}
