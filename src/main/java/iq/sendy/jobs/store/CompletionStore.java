package iq.sendy.jobs.store;

import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.store.LeaseStore.HeldLease;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
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

    /** Those that are still held. */
    private static final String OURS =
            " where j.store_id = :store and j.id = any (:h_id::uuid[]) and j.id = h.id and j.token = h.token";

    private static final Columns<Ended> ENDED = ended();

    private static final Columns<Ended> DEAD = ended().text(
                    "error_class", one -> ((JobEnd.Dead) one.end()).errorClass())
            .text("error_text", one -> ((JobEnd.Dead) one.end()).text());

    private static final Columns<Ended> LATER = ended().bigint("wait", one -> after(one.end()))
            .integer("unused", one -> one.end() instanceof JobEnd.Deferred ? 1 : 0);

    private static Columns<Ended> ended() {
        return Columns.of(Ended.class, "h").uuid("id", Ended::id).bigint("token", Ended::token);
    }

    private final Pipeline pipeline;

    CompletionStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Locks, in the order of their ids, those that are still held; who is missing was lost to another worker. */
    public Query<UUID> lock(StoreId store, Collection<HeldLease> held) {
        return Query.id("select j.id from jobs.job as j join " + HeldLease.COLUMNS.table() + """
                         on h.id = j.id and h.token = j.token
                        where j.store_id = :store and j.id = any (:h_id::uuid[])
                        order by j.id for update of j
                        """)
                .param("store", store.value())
                .rows(HeldLease.COLUMNS, held);
    }

    /** Ends jobs that are locked, all in one trip; the store's row, if it must be moved, is the last. */
    public void end(StoreId store, List<Ended> all, boolean history) {
        var trip = pipeline.open();
        var done = all.stream().filter(one -> one.end() instanceof JobEnd.Done).toList();
        var dead = all.stream().filter(one -> one.end() instanceof JobEnd.Dead).toList();
        var later = all.stream().filter(one -> after(one.end()) != null).toList();
        trip.addIf(!done.isEmpty(), () -> done(store, done, history));
        trip.addIf(!dead.isEmpty(), () -> dead(store, dead));
        trip.addIf(!later.isEmpty(), () -> later(store, later));
        trip.addIf(!later.isEmpty(), () -> soonest(store, later));
        trip.send();
    }

    /** What ends jobs that are done. */
    public Query<Boolean> done(StoreId store, List<Ended> done, boolean history) {
        var delete = "delete from jobs.job as j using " + ENDED.table() + OURS;
        var statement = history ? "with gone as (" + delete + " returning j.id, j.kind, j.attempts)" + """
                         insert into jobs.job_history (store_id, finished_at, id, kind, attempts)
                        select :store, now(), id, kind, attempts from gone
                        """ : delete;
        return Query.write(statement).param("store", store.value()).rows(ENDED, done);
    }

    private static Query<Boolean> dead(StoreId store, List<Ended> dead) {
        return Query.write("with gone as (delete from jobs.job as j using " + DEAD.table() + OURS + """
                             returning j.id, j.kind, j.lane, j.key, j.token, j.attempts, j.lost, j.payload, j.created_at,
                                       h.error_class, h.error_text
                        )
                        insert into jobs.job_dead (store_id, id, kind, lane, key, token, attempts, lost, payload,
                                                   error_class, error_text, created_at, died_at)
                        select :store, id, kind, lane, key, token, attempts, lost, payload, error_class, error_text,
                               created_at, now()
                        from gone
                        on conflict (store_id, id) do nothing
                        """)
                .param("store", store.value())
                .rows(DEAD, dead);
    }

    private static Query<Boolean> later(StoreId store, List<Ended> later) {
        return Query.write("""
                        update jobs.job as j
                        set due_at = now() + make_interval(secs => h.wait / 1000.0), owner = null,
                            attempts = greatest(j.attempts - h.unused, 0)
                        from\s""" + LATER.table() + OURS)
                .param("store", store.value())
                .rows(LATER, later);
    }

    private static Query<Boolean> soonest(StoreId store, List<Ended> later) {
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
