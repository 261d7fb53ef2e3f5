package iq.sendy.agent.model;

import iq.sendy.kernel.ExponentialBackoff;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Retry of the agent's jobs: six attempts, five seconds apart at first, five minutes at most. */
public final class TurnRetry {

    public static final int MOST_ATTEMPTS = 6;

    private static final ExponentialBackoff BACKOFF =
            new ExponentialBackoff(Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(15);

    private TurnRetry() {}

    /**
     * How long to wait after so many attempts that count; empty after the last.
     *
     * @param asked what the provider asks to wait at least
     * @param draw evenly drawn between -1 and 1
     */
    public static Optional<Duration> after(int attempts, @Nullable Duration asked, double draw) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        return Optional.of(atLeast(ExponentialBackoff.jittered(BACKOFF.after(attempts - 1), draw), asked));
    }

    /** How long to wait for a provider that is out altogether. */
    public static Duration outage(Duration asked) {
        return atLeast(BACKOFF.first(), asked);
    }

    private static Duration atLeast(Duration ours, @Nullable Duration asked) {
        if (asked == null || asked.compareTo(ours) <= 0) {
            return ours;
        }
        return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    }
}
