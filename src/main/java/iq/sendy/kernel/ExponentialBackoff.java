package iq.sendy.kernel;

import java.time.Duration;

/** Exponential backoff: a delay that doubles up to a longest one, and its jitter, so that many do not try again at once. */
public record ExponentialBackoff(Duration first, Duration longest) {

    private static final double SPREAD = 0.2;

    /** Beyond them every delay is the longest. */
    private static final int MOST_DOUBLINGS = 30;

    /**
     * The delay after so many doublings.
     *
     * @param doublings how often the first delay has doubled; less than one is never
     */
    public Duration after(int doublings) {
        return shorter(first.multipliedBy(1L << Math.clamp(doublings, 0, MOST_DOUBLINGS)), longest);
    }

    /**
     * The delay with up to a fifth more or less.
     *
     * @param draw evenly drawn between -1 and 1
     */
    public static Duration jittered(Duration delay, double draw) {
        return Duration.ofMillis(Math.round(delay.toMillis() * (1 + SPREAD * draw)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
