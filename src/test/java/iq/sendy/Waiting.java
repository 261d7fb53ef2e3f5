package iq.sendy;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what comes by itself, from another thread or another process: it looks often at first, and gives up at a bound.
 * A look is mostly a request or a statement, which takes from the processors what is waited for.
 */
public final class Waiting {

    /** What a busy machine holds as well. A wait that ends well costs nothing of it. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long FIRST_GLANCE = Duration.ofMillis(5).toNanos();
    private static final long LAST_GLANCE = Duration.ofMillis(100).toNanos();

    private Waiting() {}

    public static void until(String what, BooleanSupplier happened) {
        until(what, PATIENCE, happened);
    }

    public static void until(String what, Duration atMost, BooleanSupplier happened) {
        var begun = System.nanoTime();
        while (!happened.getAsBoolean()) {
            var waited = System.nanoTime() - begun;
            if (waited > atMost.toNanos()) {
                throw new AssertionError("Waited " + atMost.toSeconds() + " s in vain until " + what);
            }
            pause(waited);
        }
    }

    /** Looks until it sees what is wanted, which it answers. */
    public static <T> T until(Supplier<T> look, Predicate<T> wanted) {
        var begun = System.nanoTime();
        while (true) {
            var seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            var waited = System.nanoTime() - begun;
            if (waited > PATIENCE.toNanos()) {
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain, and last saw " + seen);
            }
            pause(waited);
        }
    }

    /** A sixth of what was waited, so that nothing takes longer by more. */
    private static void pause(long waited) {
        LockSupport.parkNanos(Math.clamp(waited / 6, FIRST_GLANCE, LAST_GLANCE));
    }
}
