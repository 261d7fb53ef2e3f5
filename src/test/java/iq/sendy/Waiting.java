package iq.sendy;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what comes by itself, from another thread or another process: it looks often and gives up at a bound. */
public final class Waiting {

    /** What a busy machine holds as well. A wait that ends well costs nothing of it. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long GLANCE = Duration.ofMillis(5).toNanos();

    private Waiting() {}

    public static void until(String what, BooleanSupplier happened) {
        until(what, PATIENCE, happened);
    }

    public static void until(String what, Duration atMost, BooleanSupplier happened) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + atMost.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(GLANCE);
        }
    }

    /** Looks until it sees what is wanted, which it answers. */
    public static <T> T until(Supplier<T> look, Predicate<T> wanted) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain, and last saw " + seen);
            }
            LockSupport.parkNanos(GLANCE);
        }
    }
}
