package iq.sendy.platform.ids;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Clock that a replay sets: it tells the time, but inside {@link #at} the time at which something is told to have happened.
 * So a demo's month goes through the same doors as a real one, and each of its rows has its own time.
 */
public final class ReplayClock extends Clock {

    private static final ScopedValue<Instant> REPLAYED = ScopedValue.newInstance();

    private final Clock real;

    ReplayClock(Clock real) {
        this.real = real;
    }

    /** Does something as it was at a time; other threads go on as ever. */
    public static <T> T at(Instant time, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(REPLAYED, time).call(work);
    }

    /** The time of the replay that is going on here, if one is. */
    public static Optional<Instant> replayed() {
        return REPLAYED.isBound() ? Optional.of(REPLAYED.get()) : Optional.empty();
    }

    @Override
    public Instant instant() {
        return REPLAYED.isBound() ? REPLAYED.get() : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new ReplayClock(real.withZone(zone));
    }
}
