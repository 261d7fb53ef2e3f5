package iq.sendy.jobs;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lease of a job: how long this process may go on with it, by its own monotonic clock, counted from before the claim was
 * sent.
 */
public final class Lease {

    /** What is left must do for the request that is sent now to arrive. */
    private static final long LEFT = Duration.ofSeconds(5).toNanos();

    /** What was read of the outside world is true for about so long. */
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    /** Of a job that is looked at and not attempted. */
    static final Lease OVER = new Lease(System::nanoTime, 0, Duration.ZERO);

    private final LongSupplier nanos;
    private final long since;
    private volatile long end;
    private volatile boolean lost;

    /** @param sent when the claim was sent: what it read may be as old */
    Lease(LongSupplier nanos, long sent, Duration lasts) {
        this.nanos = nanos;
        this.since = sent;
        this.end = sent + lasts.toNanos();
    }

    boolean lasts() {
        return !lost && end - nanos.getAsLong() >= LEFT;
    }

    /** Whether the claim is so fresh that what was read with it needs no second look. */
    boolean isFresh() {
        return nanos.getAsLong() - since < FRESH;
    }

    void renewed(long until) {
        end = until;
    }

    void lose() {
        lost = true;
    }
}
