package iq.sendy.jobs.store;

import iq.sendy.jobs.JobCounts.DeadJob;
import iq.sendy.jobs.JobCounts.KindLoad;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Backlog of jobs: how much there is to do, for gauges and operators. */
@Component
public class JobCountStore {

    private static final RowMapper<StoreId> STORE =
            (row, _) -> new StoreId(Objects.requireNonNull(row.getObject(1, UUID.class)));

    private final JdbcClient jdbc;

    JobCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record DeadCount(String kind, long dead) {}

    /** What a store has to do, kind by kind. */
    public List<KindLoad> counts(StoreId store) {
        return jdbc.sql("""
                        select kind, count(*) as waiting, count(*) filter (where due_at <= now()) as due,
                               count(*) filter (where owner is not null and due_at > now()) as leased,
                               coalesce(extract(epoch from now() - min(due_at)), 0)::numeric as oldest
                        from jobs.job where store_id = :store group by kind
                        """)
                .param("store", store.value())
                .query((row, _) -> new KindLoad(
                        row.getString("kind"),
                        row.getLong("waiting"),
                        row.getLong("due"),
                        row.getLong("leased"),
                        Math.max(0, row.getDouble("oldest"))))
                .list();
    }

    public Query<DeadCount> deadCounts(StoreId store) {
        return Query.of(
                        "select kind, count(*) as dead from jobs.job_dead where store_id = :store group by kind",
                        DeadCount.class)
                .param("store", store.value());
    }

    public List<DeadJob> dead(StoreId store, int most) {
        return jdbc.sql("""
                        select id, kind, attempts, lost, payload::text as payload, error_class, error_text, died_at
                        from jobs.job_dead where store_id = :store order by died_at desc limit :most
                        """)
                .param("store", store.value())
                .param("most", most)
                .query(Sql.rows(DeadJob.class))
                .list();
    }

    /** Puts dead jobs back as new ones; null ids are all. Answers which. */
    public List<UUID> revive(StoreId store, UUID @Nullable [] ids) {
        return jdbc.sql("""
                        with back as (
                            delete from jobs.job_dead where store_id = :store and (:ids::uuid[] is null or id = any (:ids))
                            returning id, kind, lane, key, token, payload, created_at
                        )
                        insert into jobs.job (store_id, id, kind, lane, key, due_at, token, payload, created_at)
                        select :store, id, kind, lane, key, now(), token + 1, payload, created_at from back
                        on conflict do nothing
                        returning id
                        """)
                .param("store", store.value())
                .param("ids", ids)
                .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    /** Takes away history that is older than two weeks, a thousand rows at most. */
    public Query<Boolean> forgetHistory(StoreId store) {
        return Query.write("""
                        delete from jobs.job_history as h using (
                            select finished_at, id from jobs.job_history
                            where store_id = :store and finished_at < now() - interval '14 days'
                            order by finished_at limit 1000
                        ) as old
                        where h.store_id = :store and h.finished_at = old.finished_at and h.id = old.id
                        returning 1
                        """).param("store", store.value());
    }

    /** Stores with work waiting, the longest due first. */
    public List<StoreId> busiest(int most) {
        return jdbc.sql("select store_id from jobs.store_due where due_at < 'infinity' order by due_at limit :most")
                .param("most", most)
                .query(STORE)
                .list();
    }

    /** Stores that ever had a job, in the order of their ids. */
    public List<StoreId> after(StoreId store, int most) {
        return jdbc.sql("select store_id from jobs.store_due where store_id > :store order by store_id limit :most")
                .param("store", store.value())
                .param("most", most)
                .query(STORE)
                .list();
    }
}
