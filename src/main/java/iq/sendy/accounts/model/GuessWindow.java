package iq.sendy.accounts.model;

import iq.sendy.kernel.ExponentialBackoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sliding window of the passwords tried in the last quarter of an hour: of a phone from one network, of a phone from all, or
 * of a network for all phones. A try is counted before it is judged, so that those that come together are not all judged; a
 * right one is taken out again.
 *
 * @param next until then nothing more is tried; null when anything may be
 */
public record GuessWindow(List<Instant> at, @Nullable Instant next) {

    public static final GuessWindow NONE = new GuessWindow(List.of(), null);

    /** So many wrong ones from one network are no person's: its tries become few. A carrier puts whole towns behind one. */
    private static final int BUSY_NETWORK = 100;

    /** So many for one phone take three networks and more: somebody guesses from all over the place. */
    private static final int BUSY_PHONE = 30;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final ExponentialBackoff DELAYS =
            new ExponentialBackoff(Duration.ofSeconds(15), Duration.ofMinutes(5));
    private static final Duration PACE = Duration.ofSeconds(30);
    private static final int FREE = 5;
    private static final int FREE_IN_AN_ATTACK = 1;

    /** So many are remembered: enough to tell every delay. */
    private static final int MOST = 200;

    public GuessWindow {
        at = List.copyOf(at);
    }

    /** How long to wait before anything is tried; zero when it may be now. */
    public Duration wait(Instant now) {
        return next == null || !next.isAfter(now) ? Duration.ZERO : Duration.between(now, next);
    }

    /**
     * With one more try for a phone from one network: from the sixth on each is followed by a wait, longer each time and
     * never longer than five minutes.
     *
     * @param network what failed in the whole network
     * @param phone what was tried for the phone from everywhere; where either is too much, the second try is as the sixth
     */
    public GuessWindow tried(Instant now, GuessWindow network, GuessWindow phone) {
        var attacked =
                network.recent(now).size() > BUSY_NETWORK || phone.recent(now).size() > BUSY_PHONE;
        var tries = and(now);
        var delay = delay(tries.size() - (attacked ? FREE_IN_AN_ATTACK : FREE));
        return new GuessWindow(tries, delay.isZero() ? null : now.plus(delay));
    }

    /** With one more try for a phone, wherever from: beyond what people mistype there is one each half minute. */
    public GuessWindow paced(Instant now) {
        var tries = and(now);
        return new GuessWindow(tries, tries.size() > BUSY_PHONE ? now.plus(PACE) : null);
    }

    /** With one more failure in a network, which keeps nobody out by itself. */
    public GuessWindow failed(Instant now) {
        return new GuessWindow(and(now), null);
    }

    /** Without a try that was right; if nothing was tried since, nothing waits for it. */
    public GuessWindow without(Instant right) {
        var tries = new ArrayList<>(at);
        var last = !tries.isEmpty() && tries.getLast().equals(right);
        tries.remove(right);
        return new GuessWindow(tries, last ? null : next);
    }

    /** What a failure in this network is told: zero for the first five, then the delay that grows. */
    public Duration told() {
        return delay(at.size() - FREE);
    }

    private List<Instant> and(Instant now) {
        var tries = recent(now);
        tries.add(now);
        return tries.subList(Math.max(0, tries.size() - MOST), tries.size());
    }

    private List<Instant> recent(Instant now) {
        var recent = new ArrayList<Instant>();
        at.stream().filter(one -> one.isAfter(now.minus(WINDOW))).forEach(recent::add);
        return recent;
    }

    private static Duration delay(int over) {
        return over <= 0 ? Duration.ZERO : DELAYS.after(over - 1);
    }
}
