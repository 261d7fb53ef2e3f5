package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Scenario;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A lock that does not come in time is a conflict that passes: whoever tries again finds it free. */
@Scenario
class LockTimeoutTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Backstage backstage;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void who_waits_too_long_for_a_lock_may_try_again() {
        var lock = UUID.randomUUID().getMostSignificantBits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            within(() -> {
                take(lock);
                var waiting = threads.submit(() -> within(() -> {
                    jdbc.sql("set local lock_timeout = '20ms'").update();
                    take(lock);
                }));

                assertThatThrownBy(waiting::get).cause().isInstanceOf(CannotAcquireLockException.class);
            });
        }
    }

    @Test
    void who_was_kept_from_going_on_for_too_long_may_come_again() {
        assertThatThrownBy(() -> within(() -> {
                    var session = jdbc.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    jdbc.sql("set local idle_in_transaction_session_timeout = '1ms'")
                            .update();
                    Waiting.until("its session is ended", () -> isOver(session));
                    jdbc.sql("select 1").query(Integer.class).single();
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private boolean isOver(int session) {
        return backstage
                        .jdbc()
                        .sql("select count(*) from pg_stat_activity where pid = :session")
                        .param("session", session)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void within(Runnable work) {
        CurrentTenant.in(
                new StoreId(UUID.randomUUID()),
                () -> new TransactionTemplate(transactions).execute(_ -> {
                    work.run();
                    return true;
                }));
    }

    private void take(long lock) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", lock)
                .query((_, _) -> true)
                .single();
    }
}
