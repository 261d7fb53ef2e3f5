package iq.sendy.platform.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;

/** Sendy's one clock as bucket4j reads it. */
record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
