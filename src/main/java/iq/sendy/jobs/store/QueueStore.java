package iq.sendy.jobs.store;

import iq.sendy.jobs.NewJob;
import iq.sendy.jobs.store.LeaseStore.Taken;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Job queue: which stores have work, and new work. */
@Component
public class QueueStore {

    private static final String FORWARD = """
            update jobs.store_due
            set due_at = (
                select case when min(moment) <= now() then now() + make_interval(secs => :again)
                            else coalesce(min(moment), 'infinity') end
                from (
            """;

    private static final String OPEN_LANES = """
                    select greatest(next.due_at, l.open_from) as moment
                    from\s""" + ClaimRequest.LANES.table() + """
                    cross join lateral (
                        select j.due_at from jobs.job j
                        where j.store_id = :store and j.lane = l.lane and j.due_at >= l.mark
                        order by j.due_at limit 1
                    ) as next
                    where not exists (select from jobs.paused_kind k where k.kind = l.kind)
            """;

    private static final String LOOK_BELOW_MARKS = """
                    union all
                    select now() + interval '1 second'
            """;

    /** From lane to lane by the index, and not over every job. */
    private static final String UNKNOWN_LANES = """
                        with recursive lane (id) as (
                            (select j.lane from jobs.job j where j.store_id = :store order by j.lane limit 1)
                            union all
                            select (select j.lane from jobs.job j
                                    where j.store_id = :store and j.lane > lane.id order by j.lane limit 1)
                            from lane where lane.id is not null
                        )
                        select id from lane where id is not null and id <> all (:known::uuid[])
            """;

    private static final String OTHER_LANES = """
                    union all
                    select greatest(next.due_at, now() + interval '1 second')
                    from (
            """ + UNKNOWN_LANES + """
                    ) as other
                    cross join lateral (
                        select j.due_at from jobs.job j
                        where j.store_id = :store and j.lane = other.id
                        order by j.due_at limit 1
                    ) as next
            """;

    private static final String FORWARD_END = """
                ) as moments)
            where store_id = :store
            returning (extract(epoch from least(
                due_at + case when exists (select from jobs.paused_store p where p.store_id = :store)
                              then interval '1 minute' else interval '0' end,
                now() + interval '1 minute') - now()) * 1000)::bigint
            """;

    private static final Columns<NewJob> JOBS = Columns.of(NewJob.class, "j")
            .uuid("id", NewJob::id)
            .text("kind", NewJob::kind)
            .uuid("lane", NewJob::lane)
            .text("key", NewJob::key)
            .time("due_at", NewJob::dueAt)
            .json("payload", NewJob::payload);

    private static final Duration FAR = Duration.ofMinutes(1);

    private final Pipeline pipeline;
    private final JdbcClient jdbc;

    QueueStore(Pipeline pipeline, JdbcClient jdbc) {
        this.pipeline = pipeline;
        this.jdbc = jdbc;
    }

    /** Takes away what nobody holds locked of a lane. */
    public Query<Boolean> empty(StoreId store, UUID lane) {
        return Query.write("""
                        with waiting as materialized (
                            select j.id from jobs.job j
                            where j.store_id = :store and j.lane = :lane for update skip locked
                        )
                        delete from jobs.job j using waiting where j.store_id = :store and j.id = waiting.id
                        """).param("store", store.value()).param("lane", lane);
    }

    /**
     * The jobs first, then the store's row, whose lock is held to the commit, so that whoever moves it on waits for us or is
     * waited for. Where it is due already it is locked and not written: under load, and beside an old transaction that
     * keeps its versions, one for each job would make a chain that everybody walks.
     */
    public Query<Boolean> enqueue(StoreId store, List<NewJob> jobs) {
        return Query.write("""
                        with queued as (
                            insert into jobs.job (store_id, id, kind, lane, key, due_at, payload)
                            select :store, id, kind, lane, key, coalesce(due_at, now()), payload
                            from\s""" + JOBS.table() + """
                            on conflict (store_id, kind, key) where key is not null do nothing
                        )
                        insert into jobs.store_due as d (store_id, due_at)
                        select :store, min(coalesce(due_at, now())) from unnest(:j_due_at::timestamptz[]) as j (due_at)
                        on conflict (store_id) do update set due_at = excluded.due_at where d.due_at > excluded.due_at
                        """)
                .param("store", store.value())
                .rows(JOBS, jobs);
    }

    /**
     * One job for all that waits of a kind. Where it stands already it is only held against its end, beside whoever else
     * does that, until the commit: so who ends it sees what was written with this. The store's row is not touched then.
     *
     * @param seconds from now until it is due, if it does not stand yet
     */
    public Query<Boolean> stand(StoreId store, UUID id, String kind, double seconds) {
        return Query.write("""
                        with standing as materialized (
                            select j.id from jobs.job as j where j.store_id = :store and j.id = :id for key share
                        ), queued as (
                            insert into jobs.job as j (store_id, id, kind, lane, due_at)
                            select :store, :id, :kind, :id, now() + make_interval(secs => :seconds)
                            where not exists (select from standing)
                            on conflict (store_id, id) do update set due_at = j.due_at where false
                            returning j.due_at
                        )
                        insert into jobs.store_due as d (store_id, due_at) select :store, due_at from queued
                        on conflict (store_id) do update set due_at = excluded.due_at where d.due_at > excluded.due_at
                        """)
                .param("store", store.value())
                .param("id", id)
                .param("kind", kind)
                .param("seconds", seconds);
    }

    /** The store is looked at now. */
    public Query<Boolean> due(StoreId store) {
        return Query.write("""
                        insert into jobs.store_due as d (store_id, due_at) values (:store, now())
                        on conflict (store_id) do update set due_at = excluded.due_at where d.due_at > excluded.due_at
                        """).param("store", store.value());
    }

    /** The same, sent by itself. */
    public void dueNow(StoreId store) {
        pipeline.send(due(store));
    }

    /** Whether the store has a job, due or not. */
    public Query<Boolean> anyJob(StoreId store) {
        return Query.flag("select exists (select from jobs.job where store_id = :store)")
                .param("store", store.value());
    }

    /** Stores that are due, the longest first, and the time; one trip, with no transaction but the statement's. */
    public Due due(String mark, int most) {
        var stores = Query.of(
                        """
                        select d.store_id, d.due_at::text as due_at from jobs.store_due d
                        where d.due_at >= :mark::timestamptz - interval '5 seconds' and d.due_at <= now()
                            and not exists (select from jobs.paused_store p where p.store_id = d.store_id)
                        order by d.due_at limit :most
                        """,
                        (row, _) -> new DueStore(
                                new StoreId(Objects.requireNonNull(row.getObject("store_id", UUID.class))),
                                row.getString("due_at")))
                .param("mark", mark)
                .param("most", most);
        var now = now();
        pipeline.send(stores, now);
        return new Due(stores.answer(), now.single());
    }

    /**
     * Locks the store's row, so that whoever is about to commit work for it is waited for or waits. What decides when the
     * store is due next, jobs and lanes alike, must be read after this, by later statements.
     */
    public void lock(StoreId store) {
        pipeline.send(Query.write("select 1 from jobs.store_due where store_id = :store for update")
                .param("store", store.value()));
    }

    /**
     * Moves the store, which is locked, to its next moment. Jobs in lanes that this process does not know are another
     * version's, and keep the store in sight.
     *
     * @param known all lanes that this process has heard of, closed ones too
     * @param againSeconds when to look again where something is due that is not taken now
     * @param whole without marks; else it looks again after a second
     * @return how soon that is, at most a minute; a minute where the store is paused, since whoever looks at all stores finds
     *     it when it is resumed
     */
    public Duration forward(
            StoreId store, ClaimRequest claimRequest, Collection<UUID> known, double againSeconds, boolean whole) {
        var move = Query.number(FORWARD + OPEN_LANES + (whole ? OTHER_LANES : LOOK_BELOW_MARKS) + FORWARD_END)
                .param("store", store.value())
                .param("again", againSeconds)
                .param("known", known.toArray(UUID[]::new))
                .rows(ClaimRequest.LANES, claimRequest.lanes());
        return pipeline.ask(move).first().map(Duration::ofMillis).orElse(FAR);
    }

    /** Whether the store, which is locked, has due work that nobody would look at; then it is due now. */
    public boolean wakeLost(StoreId store, ClaimRequest open) {
        var late = Query.write("""
                        update jobs.store_due set due_at = now()
                        where store_id = :store and due_at > now() + interval '2 seconds' and due_at > (
                            select min(moment) + interval '2 seconds' from (
                        """ + OPEN_LANES + """
                            ) as moments)
                        returning 1
                        """)
                .param("store", store.value())
                .rows(ClaimRequest.LANES, open.lanes());
        return pipeline.ask(late).any();
    }

    /** Locks jobs that nobody has taken for a minute since they became due, in lanes other than the known ones. */
    public List<Taken> strays(StoreId store, Collection<UUID> known, Collection<String> kinds, int most) {
        return jdbc.sql("""
                        select s.id, s.kind, s.lane, s.token, s.attempts, s.lost, false as taken_over,
                               s.payload::text as payload, s.due_at
                        from (
                        """ + UNKNOWN_LANES + """
                        ) as other
                        cross join lateral (
                            select j.* from jobs.job j
                            where j.store_id = :store and j.lane = other.id and j.due_at < now() - interval '1 minute'
                                and j.kind = any (:kinds)
                            order by j.due_at limit :most for update skip locked
                        ) as s
                        limit :most
                        """)
                .param("store", store.value())
                .param("known", known.toArray(UUID[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", most)
                .query(Sql.rows(Taken.class))
                .list();
    }

    /** The moment by which lanes are open or closed. */
    public Query<Instant> now() {
        return Query.of("select now()", (row, _) -> row.getTimestamp(1).toInstant());
    }

    /** How long the oldest transaction that this role may see holds the vacuum back. */
    public double oldestTransaction() {
        return jdbc.sql("""
                        select coalesce(extract(epoch from now() - min(xact_start)), 0) from pg_stat_activity
                        where backend_xmin is not null and pid <> pg_backend_pid()
                        """).query(Double.class).single();
    }

    /** What is due, across stores, and the database's time. */
    public record Due(List<DueStore> stores, Instant now) {}

    /** A store and since when it is due, as PostgreSQL writes it. */
    public record DueStore(StoreId store, String dueAt) {}
}
