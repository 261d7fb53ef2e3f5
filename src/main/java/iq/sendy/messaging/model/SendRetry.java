package iq.sendy.messaging.model;

import iq.sendy.kernel.ExponentialBackoff;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Retry of a message that is known not to have been sent: six attempts, five seconds apart at first, five minutes at most. */
public final class SendRetry {

    /** How long a status or an echo may take that tells whether Meta took a message. */
    public static final Duration EVIDENCE = Duration.ofMinutes(2);

    /** Whoever still asks Meta after this is dead or was frozen. */
    public static final Duration IN_FLIGHT = Duration.ofMinutes(1);

    private static final int MOST = 6;
    private static final ExponentialBackoff BACKOFF =
            new ExponentialBackoff(Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(15);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_STEPS = 10;

    private SendRetry() {}

    /**
     * How long to wait after so many attempts; empty after the last.
     *
     * @param asked what Meta asks us to wait at least
     * @param draw evenly drawn between -1 and 1
     */
    public static Optional<Duration> after(int attempts, @Nullable Duration asked, double draw) {
        if (attempts >= MOST) {
            return Optional.empty();
        }
        return Optional.of(longer(ExponentialBackoff.jittered(BACKOFF.after(attempts - 1), draw), asked));
    }

    /** How long a channel pauses that sent too much. */
    public static Duration pause(@Nullable Duration asked) {
        return longer(LIMIT, asked);
    }

    /** How long a conversation pauses, after Meta said so that many times in a row. */
    public static Duration step(int times) {
        return PairRate.STEP.multipliedBy(Math.clamp(times, 1, MOST_STEPS));
    }

    private static Duration longer(Duration ours, @Nullable Duration asked) {
        if (asked == null || asked.compareTo(ours) <= 0) {
            return ours;
        }
        return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    }
}
