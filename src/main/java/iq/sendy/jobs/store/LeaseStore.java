package iq.sendy.jobs.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Jobs of one store, taken under a lease. The database's clock decides. Ids are named twice, as {@link CompletionStore} says. */
@Component
public class LeaseStore {

    private final Pipeline pipeline;

    LeaseStore(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Takes what is due, lane by lane, the longest due first. Materialized, since planners have taken more rows than the
     * limit; and written from what was read under the lock, as decision 10 says.
     */
    public List<Taken> claim(StoreId store, ClaimRequest claimRequest, String node) {
        var taken = Query.of("""
                        with picked as materialized (
                            select p.id, p.token, p.attempts, p.lost, p.owner, p.due_at, l.lease
                            from\s""" + ClaimRequest.LANES.table() + """
                            cross join lateral (
                                select j.id, j.token, j.attempts, j.lost, j.owner, j.due_at from jobs.job j
                                where j.store_id = :store and j.lane = l.lane and j.due_at >= l.mark and j.due_at <= now()
                                order by j.due_at limit l.most for update skip locked
                            ) as p
                            where l.open_from <= now()
                                and not exists (select from jobs.paused_kind k where k.kind = l.kind)
                                and not exists (select from jobs.paused_store s where s.store_id = :store)
                        ), taken as (
                            update jobs.job as j
                            set token = p.token + 1, owner = :node, attempts = p.attempts + 1,
                                lost = p.lost + case when p.owner is null then 0 else 1 end,
                                due_at = now() + make_interval(secs => p.lease / 1000.0)
                            from picked p
                            where j.store_id = :store and j.id = any (array(select id from picked)) and j.id = p.id
                            returning j.id, j.kind, j.lane, j.token, j.attempts, j.lost,
                                      p.owner is not null as taken_over, j.payload::text as payload, p.due_at
                        )
                        select * from taken order by due_at, id
                        """, Taken.class)
                .param("store", store.value())
                .param("node", node)
                .rows(ClaimRequest.LANES, claimRequest.lanes());
        return pipeline.ask(taken).answer();
    }

    /** Gives the holder more time; answers those that it still holds. */
    public Set<UUID> renew(StoreId store, Collection<HeldLease> held, Duration lease) {
        var still = Query.id("update jobs.job as j set due_at = now() + make_interval(secs => :lease) from "
                        + HeldLease.COLUMNS.table() + """
                         where j.store_id = :store and j.id = any (:h_id::uuid[]) and j.id = h.id and j.token = h.token
                        returning j.id
                        """)
                .param("store", store.value())
                .param("lease", lease.toMillis() / 1000.0)
                .rows(HeldLease.COLUMNS, held);
        return Set.copyOf(pipeline.ask(still).answer());
    }

    /**
     * Gives jobs back for others to take at once. The token grows, so that an attempt that goes on all the same ends
     * nothing; one that was not begun is given back too.
     */
    public void giveBack(StoreId store, Collection<HeldLease> held) {
        giveBack(store, held, 0);
    }

    /** As {@link #giveBack}, without the attempt that was not begun. */
    public void giveBackUnbegun(StoreId store, Collection<HeldLease> held) {
        giveBack(store, held, 1);
    }

    private void giveBack(StoreId store, Collection<HeldLease> held, int unused) {
        pipeline.send(Query.write("""
                        update jobs.job as j
                        set due_at = now(), owner = null, token = h.token + 1,
                            attempts = greatest(j.attempts - :unused, 0)
                        from\s""" + HeldLease.COLUMNS.table() + """
                         where j.store_id = :store and j.id = any (:h_id::uuid[]) and j.id = h.id and j.token = h.token
                        """)
                .param("store", store.value())
                .param("unused", unused)
                .rows(HeldLease.COLUMNS, held));
    }

    /** A job that was taken just now. */
    public record Taken(
            UUID id,
            String kind,
            UUID lane,
            long token,
            int attempts,
            int lost,
            boolean takenOver,
            @Nullable String payload,
            Instant dueAt) {}

    /** A job and the token that its holder knows. */
    public record HeldLease(UUID id, long token) {

        static final Columns<HeldLease> COLUMNS =
                Columns.of(HeldLease.class, "h").uuid("id", HeldLease::id).bigint("token", HeldLease::token);
    }
}
