package iq.sendy;

import static iq.sendy.Waiting.until;

import iq.sendy.World.Backstage;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.postgresql.PGConnection;

/**
 * Two changes of a store of which neither is committed when the other is made: both wait before their commit, for the store's
 * place in the log of changes, unless the second waits for the first already.
 */
public final class OneBehindTheOther {

    private OneBehindTheOther() {}

    public static void make(Backstage backstage, String store, Runnable first, Runnable second) throws SQLException {
        try (var connection = DriverManager.getConnection(backstage.url())) {
            var holder = connection.unwrap(PGConnection.class).getBackendPID();
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement(
                    "select 1 from platform.store_counter where store_id = ?::uuid and name = 'audit' for update")) {
                lock.setString(1, store);
                lock.execute();
            }
            var one = CompletableFuture.runAsync(first);
            until("the first waits", () -> waitFor(backstage, holder) >= 1);
            var other = CompletableFuture.runAsync(second);
            until("both wait", () -> waitFor(backstage, holder) >= 2);
            connection.rollback();
            CompletableFuture.allOf(one, other).join();
        }
    }

    /** How many wait for the holder, or for one who does. */
    private static long waitFor(Backstage backstage, int holder) {
        return backstage
                .jdbc()
                .sql("""
                        with waiting as (
                            select a.pid, pg_blocking_pids(a.pid) as others from pg_stat_activity as a
                            where a.wait_event_type = 'Lock'
                        )
                        select count(*) from waiting as w
                        where :holder = any (w.others)
                            or exists (select from waiting as v where v.pid = any (w.others) and :holder = any (v.others))
                        """)
                .param("holder", holder)
                .query(Long.class)
                .single();
    }
}
