package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Scenario;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A lock that does not come in time is a conflict that passes: whoever tries again finds it free. */
@Scenario
class LockTimeoutTest {

    @Autowired
    JdbcClient jdbc;

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
