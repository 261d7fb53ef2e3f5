package iq.sendy.webhooks.model;

import iq.sendy.kernel.ExponentialBackoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Circuit breaker of an endpoint. It opens when most attempts of five minutes fail, and lets one through after 30 s, then
 * after twice as long up to a quarter of an hour, until one succeeds. Times are the database's.
 *
 * @param failingSince the first failure since the last success; null after a success
 * @param windowFrom the first failure of the window that is counted; null while nothing is
 * @param openFrom before it nothing is sent; null while the breaker is closed
 * @param trips how often in a row it opened
 */
public record CircuitBreaker(
        @Nullable Instant failingSince,
        @Nullable Instant windowFrom,
        int windowAttempts,
        int windowFailures,
        @Nullable Instant openFrom,
        int trips) {

    public static final CircuitBreaker GOOD = new CircuitBreaker(null, null, 0, 0, null, 0);

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int ENOUGH = 10;
    private static final int MOST_FAILED_PERCENT = 70;
    private static final ExponentialBackoff PAUSES =
            new ExponentialBackoff(Duration.ofSeconds(30), Duration.ofMinutes(15));
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);
    private static final List<Duration> WARNED_AFTER = List.of(Duration.ofHours(24), Duration.ofHours(72));

    /** One attempt more. */
    public CircuitBreaker after(boolean success, Instant now) {
        if (success) {
            return succeeded(now);
        }
        var since = failingSince == null ? now : failingSince;
        if (openFrom != null) {
            // What was under way when it opened tells nothing new; a probe does.
            return now.isBefore(openFrom)
                    ? this
                    : new CircuitBreaker(
                            since,
                            windowFrom,
                            windowAttempts,
                            windowFailures,
                            now.plus(PAUSES.after(trips)),
                            trips + 1);
        }
        var fresh = windowFrom == null || now.isAfter(windowFrom.plus(WINDOW));
        var from = fresh ? now : windowFrom;
        var attempts = fresh ? 1 : windowAttempts + 1;
        var failures = fresh ? 1 : windowFailures + 1;
        if (attempts >= ENOUGH && failures * 100 >= attempts * MOST_FAILED_PERCENT) {
            return new CircuitBreaker(since, from, attempts, failures, now.plus(PAUSES.first()), 1);
        }
        return new CircuitBreaker(since, from, attempts, failures, null, 0);
    }

    private CircuitBreaker succeeded(Instant now) {
        if (openFrom != null || windowFrom == null || now.isAfter(windowFrom.plus(WINDOW))) {
            return GOOD;
        }
        return new CircuitBreaker(null, windowFrom, windowAttempts + 1, windowFailures, null, 0);
    }

    /** Whether a failure now ends the patience: nothing but failures for five days. */
    public boolean hopeless(Instant now) {
        return failingSince != null && !now.isBefore(failingSince.plus(GIVEN_UP_AFTER));
    }

    /** Whether its next attempt is one that tries the endpoint. */
    public boolean probing() {
        return openFrom != null;
    }

    /** What the owner is warned of, the oldest first. */
    public List<String> warnings(Instant now) {
        var warnings = new ArrayList<String>();
        for (var after : WARNED_AFTER) {
            if (failingSince != null && !now.isBefore(failingSince.plus(after))) {
                warnings.add("failing_for_" + after.toHours() + "_hours");
            }
        }
        return warnings;
    }
}
