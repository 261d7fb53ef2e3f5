package iq.sendy;

import iq.sendy.platform.ids.ReplayClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Time as tests want it: real until it is moved, and never waited for. */
public class MovableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void advance(Duration by) {
        ahead.updateAndGet(duration -> duration.plus(by));
    }

    /** Back to the real time; a test that moved it says this at its end. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return ReplayClock.replayed()
                .orElseGet(() -> Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MILLIS));
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
