package iq.sendy.agent;

import iq.sendy.platform.tenancy.PassingTrouble;
import iq.sendy.platform.tenancy.TransientConflict;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Retry of a whole transaction that came to nothing. The work begins its own each time. */
final class TransientRetry {

    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    /** Some eight seconds: a database that was at its limits is past them by then. */
    private static final int TRIES_OF_WHAT_IS_DUE = 13;

    private static final Duration LONGEST_BETWEEN_TRIES = Duration.ofSeconds(1);

    private TransientRetry() {}

    /** Where it was overtaken by another: three times at most, as requests are tried. */
    static <T> T of(Supplier<T> work) {
        return of(work, TRIES, TransientConflict::is);
    }

    /**
     * Where a moment's trouble stopped it, too: for what is on somebody's bill already and is to be written down. What may have
     * been committed is not tried again.
     */
    static <T> T ofWhatIsDue(Supplier<T> work) {
        return of(work, TRIES_OF_WHAT_IS_DUE, failed -> TransientConflict.is(failed) || PassingTrouble.is(failed));
    }

    private static <T> T of(Supplier<T> work, int most, Predicate<RuntimeException> passes) {
        var pause = BETWEEN_TRIES;
        for (var tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (DataAccessException | TransactionException | WriteConflict failed) {
                if (tries == most || !passes.test(failed)) {
                    throw failed;
                }
                LockSupport.parkNanos(pause.toNanos());
                pause = Duration.ofNanos(Math.min(2 * pause.toNanos(), LONGEST_BETWEEN_TRIES.toNanos()));
            }
        }
    }
}
