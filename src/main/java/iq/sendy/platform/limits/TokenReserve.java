package iq.sendy.platform.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.VerboseBucket;
import io.github.bucket4j.VerboseResult;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Token bucket of one caller in this process. One caller's permits in this process: a small reserve that the database
 * has already counted, and a count of its own for when the database is silent. What is reserved was paid for, so all
 * processes together never give away more than there is.
 */
final class TokenReserve {

    /** A reserve that nobody used for this long is forgotten: by then the minute has moved on. */
    private static final long OLDEST_MILLIS = 5_000;

    private final VerboseBucket shared;
    private final Bucket own;
    private final Clock clock;
    private final int perMinute;
    private final int batch;
    private final ReentrantLock asking = new ReentrantLock();

    private long reserve;
    private long available;
    private long askedAt;
    private long emptyUntil;
    private long owed;

    TokenReserve(Bucket shared, Bucket own, Clock clock, int perMinute) {
        this.shared = shared.asVerbose();
        this.own = own;
        this.clock = clock;
        this.perMinute = perMinute;
        this.batch = Math.max(1, perMinute / 50);
    }

    /**
     * Takes one from the reserve, and fills it first when it is empty.
     *
     * @throws RateStoreTimeout when it has to be filled and the database does not answer in time
     */
    PermitResult take(Duration patience) throws RateStoreTimeout {
        RateStoreTimeout.lock(asking, patience);
        try {
            var now = clock.millis();
            if (now - askedAt > OLDEST_MILLIS) {
                reserve = 0;
            }
            if (reserve == 0 && now >= emptyUntil) {
                fill(patience, now);
            }
            if (reserve == 0) {
                return PermitResult.of(false, 0, Duration.ofMillis(emptyUntil - now), perMinute);
            }
            reserve--;
            own.tryConsume(1);
            return PermitResult.of(true, reserve + available + regained(now), Duration.ZERO, perMinute);
        } finally {
            asking.unlock();
        }
    }

    /** Takes one by this process's own count; the others hear of it when the database is back. */
    PermitResult takeAlone() {
        asking.lock();
        try {
            var probe = own.tryConsumeAndReturnRemaining(1);
            owed += probe.isConsumed() ? 1 : 0;
            var next = Duration.ofNanos(probe.getNanosToWaitForRefill());
            return PermitResult.of(probe.isConsumed(), probe.getRemainingTokens(), next, perMinute);
        } finally {
            asking.unlock();
        }
    }

    private void fill(Duration patience, long now) throws RateStoreTimeout {
        var debt = owed;
        var answer = RateStoreTimeout.within(patience, () -> {
            if (debt > 0) {
                shared.consumeIgnoringRateLimits(debt);
            }
            return shared.tryConsumeAsMuchAsPossible(batch);
        });
        owed = 0;
        reserve = answer.getValue();
        askedAt = now;
        available = Math.max(0, answer.getDiagnostics().getAvailableTokens());
        emptyUntil = reserve > 0 ? 0 : now + millisToNext(answer);
    }

    private static long millisToNext(VerboseResult<Long> answer) {
        var nanos = answer.getState()
                .calculateDelayNanosAfterWillBePossibleToConsume(1, answer.getOperationTimeNanos(), false);
        return Math.max(1, Duration.ofNanos(nanos).plusNanos(999_999).toMillis());
    }

    private long regained(long now) {
        return (now - askedAt) * perMinute / 60_000;
    }
}
