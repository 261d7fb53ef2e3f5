package iq.sendy.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does; it looks often and gives up at a bound. */
final class Waiting {

    private static final long GLANCE = Duration.ofMillis(10).toNanos();

    private Waiting() {}

    static void until(String what, Duration atMost, BooleanSupplier happened) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + atMost.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(GLANCE);
        }
    }
}
