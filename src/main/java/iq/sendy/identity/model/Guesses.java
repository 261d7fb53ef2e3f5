package iq.sendy.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wrong passwords of the last quarter of an hour, for one phone or one network. From the sixth on each is told to wait,
 * longer each time and never longer than five minutes: a stranger can slow a sign-in down, and not lock it.
 *
 * @param next until then nothing more is tried; null when anything may be
 */
public record Guesses(List<Instant> at, @Nullable Instant next) {

    public static final Guesses NONE = new Guesses(List.of(), null);

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final int FREE = 5;

    /** So many are remembered: enough to tell every delay. */
    private static final int MOST = 200;

    /** A carrier puts whole towns behind one address: until here a right password still gets through. */
    private static final int NETWORK_STOPS_AT = 100;

    public Guesses {
        at = List.copyOf(at);
    }

    /** How long to wait before anything is tried; zero when it may be now. */
    public Duration wait(Instant now) {
        return next == null || !next.isAfter(now) ? Duration.ZERO : Duration.between(now, next);
    }

    /** With one more for a phone. */
    public Guesses wrongPhone(Instant now) {
        return wrong(now, FREE);
    }

    /** With one more for a network. */
    public Guesses wrongNetwork(Instant now) {
        return wrong(now, NETWORK_STOPS_AT);
    }

    private Guesses wrong(Instant now, int free) {
        var recent = new ArrayList<Instant>();
        at.stream().filter(one -> one.isAfter(now.minus(WINDOW))).forEach(recent::add);
        recent.add(now);
        var kept = recent.subList(Math.max(0, recent.size() - MOST), recent.size());
        return new Guesses(kept, kept.size() > free ? now.plus(delay(kept.size() - free)) : null);
    }

    /** What the guess just counted is told: zero for the first five, then the delay that grows. */
    public Duration told() {
        return at.size() > FREE ? delay(at.size() - FREE) : Duration.ZERO;
    }

    private static Duration delay(int over) {
        var doubled = FIRST_DELAY.multipliedBy(1L << Math.min(over - 1, 10));
        return doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
    }
}
