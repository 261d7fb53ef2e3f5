package iq.sendy.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Share of the machine that a Sendy could have had since a moment: what it and its database used of the processors, and what
 * nobody did. On a machine of its own that is the time that passed; beside others it passes as slowly as Sendy gets on, so what
 * is bounded by it is bounded by what Sendy does and not by who else is busy.
 */
final class MachineShare {

    private static final Path STATISTICS = Path.of("/proc/stat");

    /** Linux counts for programs in hundredths of a second. */
    private static final long MILLIS_PER_TICK = 10;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final SendyProcess process;
    private final long began = System.nanoTime();
    private final Duration used;

    MachineShare(SendyProcess process) {
        this.process = process;
        this.used = usable();
    }

    Duration elapsed() {
        var passed = Duration.ofNanos(System.nanoTime() - began);
        var had = usable().minus(used).dividedBy(PROCESSORS);
        return had.compareTo(passed) < 0 ? had : passed;
    }

    private Duration usable() {
        return process.processorTime().plus(idle());
    }

    private static Duration idle() {
        try (var lines = Files.lines(STATISTICS)) {
            // Behind the word: user, nice, system, idle, and waiting for disks.
            var counts = lines.findFirst().orElseThrow().split(" +", -1);
            return Duration.ofMillis((Long.parseLong(counts[4]) + Long.parseLong(counts[5])) * MILLIS_PER_TICK);
        } catch (IOException notLinux) {
            return Duration.ofNanos(System.nanoTime()).multipliedBy(PROCESSORS);
        }
    }
}
