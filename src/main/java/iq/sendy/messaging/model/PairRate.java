package iq.sendy.messaging.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Pair rate of one contact: a message every six seconds, after a burst of forty-five. It is known by one time alone, at
 * which all that was sent would have been sent at the even pace.
 */
public record PairRate(Instant evenUntil) {

    public static final Duration STEP = Duration.ofSeconds(6);
    public static final int BURST = 45;

    private static final Duration AHEAD = STEP.multipliedBy(BURST - 1L);

    /** Nothing was sent lately. */
    public static PairRate fresh(Instant now) {
        return new PairRate(now);
    }

    /** How long the next message must wait; zero where it need not. */
    public Duration untilNext(Instant now) {
        var from = evenUntil.minus(AHEAD);
        return from.isAfter(now) ? Duration.between(now, from) : Duration.ZERO;
    }

    /** The rate once a message more was sent. */
    public PairRate spent(Instant now) {
        var even = evenUntil.isAfter(now) ? evenUntil : now;
        return new PairRate(even.plus(STEP));
    }
}
