package iq.sendy;

import iq.sendy.platform.ids.ReplayClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Time as tests want it: real until it is moved or stopped, and never waited for. */
public class MovableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<@Nullable Instant> stoppedAt = new AtomicReference<>();

    /** One that stands still where it is not moved. */
    public static MovableClock stopped() {
        var clock = new MovableClock();
        clock.stop();
        return clock;
    }

    /** From now on it stands still where it is not moved: a busy machine makes no wait shorter. */
    public void stop() {
        stoppedAt.set(Instant.now());
    }

    public void advance(Duration by) {
        ahead.updateAndGet(duration -> duration.plus(by));
    }

    /** Back to the real time; a test that moved or stopped it says this at its end. */
    public void reset() {
        stoppedAt.set(null);
        ahead.set(Duration.ZERO);
    }

    private Instant real() {
        var instant = stoppedAt.get();
        return instant == null ? Instant.now() : instant;
    }

    @Override
    public Instant instant() {
        return ReplayClock.replayed().orElseGet(() -> real().plus(ahead.get()).truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Sendy's clock is UTC");
    }
}
