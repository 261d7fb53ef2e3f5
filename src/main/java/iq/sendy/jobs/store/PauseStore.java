package iq.sendy.jobs.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pauses: which stores and kinds are paused. */
@Component
public class PauseStore {

    private final JdbcClient jdbc;
    private final Pipeline pipeline;

    PauseStore(JdbcClient jdbc, Pipeline pipeline) {
        this.jdbc = jdbc;
        this.pipeline = pipeline;
    }

    public void pause(StoreId store) {
        jdbc.sql("""
                        insert into jobs.paused_store (store_id, paused_at) values (:store, now())
                        on conflict (store_id) do nothing
                        """).param("store", store.value()).update();
    }

    public void resume(StoreId store) {
        jdbc.sql("delete from jobs.paused_store where store_id = :store")
                .param("store", store.value())
                .update();
    }

    public void pause(String kind) {
        jdbc.sql("""
                        insert into jobs.paused_kind (kind, paused_at) values (:kind, now())
                        on conflict (kind) do nothing
                        """).param("kind", kind).update();
    }

    /**
     * While it was paused its jobs did not count, so every store is looked at again. Every row, due or not: one that is being
     * moved on at this moment is waited for.
     */
    public void resume(String kind) {
        pipeline.send(
                Query.write("delete from jobs.paused_kind where kind = :kind").param("kind", kind),
                Query.write("update jobs.store_due set due_at = least(due_at, now())"));
    }

    public List<String> kinds() {
        return jdbc.sql("select kind from jobs.paused_kind order by kind")
                .query((row, _) -> row.getString(1))
                .list();
    }

    public List<String> stores() {
        return jdbc.sql("select store_id::text from jobs.paused_store order by store_id")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
