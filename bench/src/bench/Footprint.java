package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How much memory Sendy has, as the system and as Sendy itself say it. */
final class Footprint {

    private static final Pattern HEAP =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*\\} (\\S+)$");

    private Footprint() {}

    /** The most that was resident at once, in MiB; 0 when the process has ended. */
    static long mostResident(Server server) {
        try {
            return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** What is used of the heap, in MiB; 0 when nobody answers. */
    static long heap(Server server) {
        try {
            var found = HEAP.matcher(server.metrics());
            var used = 0.0;
            while (found.find()) {
                used += Double.parseDouble(found.group(1));
            }
            return (long) used >> 20;
        } catch (IOException silent) {
            return 0;
        }
    }
}
