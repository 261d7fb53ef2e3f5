package iq.sendy.platform.database;

/**
 * Background work and its bulkhead. Work that no caller waits for: its transactions take connections of their own, so
 * that it never makes a request wait.
 */
public final class BackgroundWork {

    private static final ScopedValue<Boolean> HERE = ScopedValue.newInstance();

    private BackgroundWork() {}

    /** Bound by whoever starts such a thread; it does not cross into another one by itself. */
    public static void run(Runnable work) {
        ScopedValue.where(HERE, true).run(work);
    }

    /** As {@link #run}, for work that has an answer. */
    public static <T> T call(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(HERE, true).call(work);
    }

    public static boolean isHere() {
        return HERE.isBound();
    }
}
