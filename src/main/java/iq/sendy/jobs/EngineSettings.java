package iq.sendy.jobs;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How one process works.
 *
 * @param node what it writes as the owner of what it takes
 * @param slots attempts at once
 * @param claims transactions that take jobs, at once
 * @param settles transactions that end jobs, at once
 * @param patience at a stop, for what is in flight
 * @param nanos a monotonic clock
 * @param look at least so long, and at most twice, between two looks for work that others left
 * @param jitter evenly drawn between 0 and 1
 */
record EngineSettings(
        String node,
        int slots,
        int claims,
        int settles,
        Duration patience,
        Duration look,
        LongSupplier nanos,
        DoubleSupplier jitter) {

    /** A store never has more than this at once. */
    int slotsOfStore() {
        return Math.max(4, slots / 4);
    }

    /** Jobs that are held at once; above it each lane holds a few and no more. */
    int held() {
        return slots * 40;
    }
}
