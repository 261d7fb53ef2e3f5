package iq.sendy.jobs;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long this process may go on with a job, by its own monotonic clock: counted from before the claim was sent. */
public final class Lease {

    /** What is left must do for the request that is sent now to arrive. */
    private static final long LEFT = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private volatile long end;
    private volatile boolean lost;

    Lease(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    boolean lasts() {
        return !lost && end - nanos.getAsLong() >= LEFT;
    }

    void renewed(long until) {
        end = until;
    }

    void lose() {
        lost = true;
    }
}
