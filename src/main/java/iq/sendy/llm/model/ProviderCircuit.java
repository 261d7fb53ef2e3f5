package iq.sendy.llm.model;

import iq.sendy.kernel.ExponentialBackoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Circuit of one provider and key, as this process knows it. It opens after five failures in a row, lets one request through
 * after 15 s, then after twice as long up to five minutes, until one succeeds. A clock that went back closes it.
 *
 * @param failures in a row while it is closed
 * @param trips how often in a row it opened
 * @param since when it became what it is
 * @param openUntil before it nothing is asked, and then one request; null while it is closed
 * @param probing whether one request is under way that tries it
 * @param restsUntil before it nothing is asked, since too much was; then everybody may again
 * @param errorClass of the last trouble
 */
public record ProviderCircuit(
        int failures,
        int trips,
        Instant since,
        @Nullable Instant openUntil,
        boolean probing,
        @Nullable Instant restsUntil,
        String errorClass) {

    public static final ProviderCircuit CLOSED = new ProviderCircuit(0, 0, Instant.EPOCH, null, false, null, "");

    private static final int ENOUGH = 5;
    private static final ExponentialBackoff PAUSES =
            new ExponentialBackoff(Duration.ofSeconds(15), Duration.ofMinutes(5));

    /** As long as an exchange takes at most: a probe that never ends is followed by another one. */
    private static final Duration PROBE = Duration.ofSeconds(50);

    /** Most probes end sooner, and nobody should wait longer than needed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** On which a request goes. */
    public enum Passage {
        USUAL,
        /** It tries whether the provider is back. */
        PROBE
    }

    /** The passage of whoever was just admitted. */
    public Passage passage() {
        return probing ? Passage.PROBE : Passage.USUAL;
    }

    /** For how long nothing may be asked; empty where this request may go, after {@link #admitted}. */
    public Optional<Duration> shutFor(Instant now) {
        if (now.isBefore(since)) {
            return Optional.empty();
        }
        return left(restsUntil, now)
                .or(() -> left(openUntil, now)
                        .map(left -> probing && left.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : left));
    }

    private static Optional<Duration> left(@Nullable Instant until, Instant now) {
        return until != null && now.isBefore(until) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }

    /** One request goes. Where it is the one that tries an open circuit, the others wait for it. */
    public ProviderCircuit admitted(Instant now) {
        if (now.isBefore(since)) {
            return CLOSED;
        }
        return openUntil == null
                ? this
                : new ProviderCircuit(failures, trips, now, now.plus(PROBE), true, restsUntil, errorClass);
    }

    /** The provider answered, whatever it said. A rest that it asked for stays. */
    public ProviderCircuit answered(Instant now) {
        if (restsUntil != null && now.isBefore(restsUntil) && !now.isBefore(since)) {
            return new ProviderCircuit(0, 0, since, null, false, restsUntil, errorClass);
        }
        return CLOSED;
    }

    /**
     * A request failed.
     *
     * @param passage on which it went
     */
    public ProviderCircuit failed(ProviderTrouble trouble, Passage passage, Instant now) {
        return switch (trouble.extent()) {
            case REQUEST -> answered(now);
            case RATE ->
                new ProviderCircuit(
                        failures,
                        trips,
                        now,
                        passage == Passage.PROBE ? null : openUntil,
                        passage != Passage.PROBE && probing,
                        later(trouble, now),
                        trouble.errorClass());
            case KEY -> open(now, wait(trouble), trouble.errorClass());
            case PASSING -> passing(trouble, passage, now);
        };
    }

    private ProviderCircuit passing(ProviderTrouble trouble, Passage passage, Instant now) {
        if (openUntil != null && passage != Passage.PROBE) {
            // What was under way when it opened tells nothing new; a probe does.
            return this;
        }
        var pause = atLeast(PAUSES.after(trips), trouble.rest());
        return passage == Passage.PROBE || failures + 1 >= ENOUGH
                ? open(now, pause, trouble.errorClass())
                : new ProviderCircuit(failures + 1, trips, now, null, false, restsUntil, trouble.errorClass());
    }

    private ProviderCircuit open(Instant now, Duration pause, String why) {
        return new ProviderCircuit(0, trips + 1, now, now.plus(pause), false, restsUntil, why);
    }

    /**
     * For how long the provider is out, after a trouble that is not the request's own: what was under way when it was shut burns
     * no attempt either.
     */
    public Optional<Duration> outageAfter(
            ProviderCircuit before, ProviderTrouble trouble, Passage passage, Instant now) {
        if (trouble.extent() == ProviderTrouble.Extent.REQUEST) {
            return Optional.empty();
        }
        return passage == Passage.PROBE || isOpen() || before.shutFor(now).isPresent()
                ? Optional.of(shutFor(now).orElse(wait(trouble)))
                : Optional.empty();
    }

    public boolean isOpen() {
        return openUntil != null;
    }

    private Instant later(ProviderTrouble trouble, Instant now) {
        var until = now.plus(wait(trouble));
        return restsUntil != null && restsUntil.isAfter(until) && !now.isBefore(since) ? restsUntil : until;
    }

    private static Duration wait(ProviderTrouble trouble) {
        return atLeast(Duration.ofSeconds(1), trouble.rest());
    }

    private static Duration atLeast(Duration pause, @Nullable Duration wait) {
        return wait != null && wait.compareTo(pause) > 0 ? wait : pause;
    }
}
