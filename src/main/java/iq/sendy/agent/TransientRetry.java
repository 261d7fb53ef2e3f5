package iq.sendy.agent;

import iq.sendy.platform.tenancy.TransientConflict;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** Retry of a whole transaction that was overtaken by another: three times at most, as requests are tried. */
final class TransientRetry {

    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private TransientRetry() {}

    /** The work begins its own transaction each time. */
    static <T> T of(Supplier<T> work) {
        for (var tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (DataAccessException | WriteConflict passing) {
                if (tries == TRIES || !TransientConflict.is(passing)) {
                    throw passing;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.multipliedBy(tries).toNanos());
            }
        }
    }
}
