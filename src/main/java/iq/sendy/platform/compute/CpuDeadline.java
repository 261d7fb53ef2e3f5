package iq.sendy.platform.compute;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * An end by the clock of the thread that works: it passes no sooner where many share the processor. For work on what
 * strangers send, which cannot be stopped from outside and must ask.
 */
public final class CpuDeadline {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final long end;

    private CpuDeadline(long end) {
        this.end = end;
    }

    /** So long from now, for the current thread. */
    public static CpuDeadline in(Duration most) {
        return new CpuDeadline(CPU.getCurrentThreadCpuTime() + most.toNanos());
    }

    public boolean passed() {
        return CPU.getCurrentThreadCpuTime() - end > 0;
    }
}
