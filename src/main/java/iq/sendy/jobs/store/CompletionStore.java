package iq.sendy.jobs.store;

import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.store.LeaseStore.Held;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The end of jobs, always under their tokens. Their ids are named twice: a join alone may be planned, while the queue is all
 * but empty, as a walk over the store's jobs, and that plan is kept when there are a hundred thousand.
 */
@Component
public class CompletionStore {

    private final Pipeline pipeline;

    CompletionStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Locks, in the order of their ids, those that are still held; who is missing was lost to another worker. */
    public Query<UUID> lock(StoreId store, Collection<Held> held) {
        return Query.of("""
                        select j.id from jobs.job j
                        join unnest(:ids::uuid[], :tokens::bigint[]) as h (id, token) on h.id = j.id and h.token = j.token
                        where j.store_id = :store and j.id = any (:ids::uuid[])
                        order by j.id for update of j
                        """, (row, _) -> row.getObject(1, UUID.class))
                .param("store", store.value())
                .param("ids", Held.ids(held))
                .param("tokens", Held.tokens(held));
    }

    /** Ends jobs that are locked, all in one trip; the store's row, if it must be moved, is the last. */
    public void end(StoreId store, List<Ended> all, boolean history) {
        var parts = new ArrayList<Query<?>>();
        var done = all.stream().filter(one -> one.end() instanceof JobEnd.Done).toList();
        var dead = all.stream().filter(one -> one.end() instanceof JobEnd.Dead).toList();
        var later = all.stream().filter(one -> after(one.end()) != null).toList();
        if (!done.isEmpty()) {
            parts.add(done(store, done, history));
        }
        if (!dead.isEmpty()) {
            parts.add(dead(store, dead));
        }
        if (!later.isEmpty()) {
            parts.add(later(store, later));
            parts.add(soonest(store, later));
        }
        pipeline.send(parts);
    }

    /** What ends jobs that are done. */
    public Query<?> done(StoreId store, List<Ended> done, boolean history) {
        return history ? doneWithHistory(store, done) : doneForGood(store, done);
    }

    private static Query<?> doneForGood(StoreId store, List<Ended> done) {
        return held(Query.write("""
                        delete from jobs.job as j using unnest(:ids::uuid[], :tokens::bigint[]) as h (id, token)
                        where j.store_id = :store and j.id = any (:ids::uuid[]) and j.id = h.id and j.token = h.token
                        """), store, done);
    }

    private static Query<?> doneWithHistory(StoreId store, List<Ended> done) {
        return held(Query.write("""
                        with gone as (
                            delete from jobs.job as j using unnest(:ids::uuid[], :tokens::bigint[]) as h (id, token)
                            where j.store_id = :store and j.id = any (:ids::uuid[]) and j.id = h.id and j.token = h.token
                            returning j.id, j.kind, j.attempts
                        )
                        insert into jobs.job_history (store_id, finished_at, id, kind, attempts)
                        select :store, now(), id, kind, attempts from gone
                        """), store, done);
    }

    private static Query<?> dead(StoreId store, List<Ended> dead) {
        return held(Query.write("""
                        with gone as (
                            delete from jobs.job as j
                            using unnest(:ids::uuid[], :tokens::bigint[], :classes::text[], :texts::text[])
                                as h (id, token, error_class, error_text)
                            where j.store_id = :store and j.id = any (:ids::uuid[]) and j.id = h.id and j.token = h.token
                            returning j.id, j.kind, j.lane, j.key, j.token, j.attempts, j.lost, j.payload, j.created_at,
                                      h.error_class, h.error_text
                        )
                        insert into jobs.job_dead (store_id, id, kind, lane, key, token, attempts, lost, payload,
                                                   error_class, error_text, created_at, died_at)
                        select :store, id, kind, lane, key, token, attempts, lost, payload, error_class, error_text,
                               created_at, now()
                        from gone
                        on conflict (store_id, id) do nothing
                        """), store, dead)
                .param(
                        "classes",
                        dead.stream()
                                .map(one -> ((JobEnd.Dead) one.end()).errorClass())
                                .toArray(String[]::new))
                .param(
                        "texts",
                        dead.stream()
                                .map(one -> ((JobEnd.Dead) one.end()).text())
                                .toArray(String[]::new));
    }

    private static Query<?> later(StoreId store, List<Ended> later) {
        return held(Query.write("""
                        update jobs.job as j
                        set due_at = now() + make_interval(secs => h.wait / 1000.0), owner = null,
                            attempts = greatest(j.attempts - h.unused, 0)
                        from unnest(:ids::uuid[], :tokens::bigint[], :waits::bigint[], :unused::integer[])
                            as h (id, token, wait, unused)
                        where j.store_id = :store and j.id = any (:ids::uuid[]) and j.id = h.id and j.token = h.token
                        """), store, later)
                .param("waits", later.stream().map(one -> after(one.end())).toArray(Long[]::new))
                .param(
                        "unused",
                        later.stream()
                                .map(one -> one.end() instanceof JobEnd.Deferred ? 1 : 0)
                                .toArray(Integer[]::new));
    }

    private static Query<?> soonest(StoreId store, List<Ended> later) {
        var wait = later.stream()
                .map(one -> after(one.end()))
                .mapToLong(millis -> millis == null ? 0 : millis)
                .min();
        return Query.write("""
                        insert into jobs.store_due as d (store_id, due_at)
                        values (:store, now() + make_interval(secs => :wait))
                        on conflict (store_id) do update set due_at = excluded.due_at where d.due_at > excluded.due_at
                        """).param("store", store.value()).param("wait", wait.orElse(0) / 1000.0);
    }

    private static Query<Boolean> held(Query<Boolean> statement, StoreId store, List<Ended> ended) {
        return statement
                .param("store", store.value())
                .param("ids", ended.stream().map(Ended::id).toArray(UUID[]::new))
                .param("tokens", ended.stream().map(Ended::token).toArray(Long[]::new));
    }

    @Nullable
    private static Long after(JobEnd end) {
        return switch (end) {
            case JobEnd.Again(var after) -> after.toMillis();
            case JobEnd.Deferred(var after) -> after.toMillis();
            case JobEnd.Done _, JobEnd.Dead _ -> null;
        };
    }

    /** A job, the token of its holder, and what becomes of it. */
    public record Ended(UUID id, long token, JobEnd end) {}
}
