package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** CPU time of Sendy, of all of PostgreSQL and of ourselves, in seconds since each of them began. */
record Cpu(double app, double postgres, double client) {

    /** USER_HZ, which is 100 wherever Linux runs Java. */
    private static final double TICKS = 100;

    private static final int UTIME = 11;
    private static final int CUTIME = 13;

    static Cpu now(long app, long postmaster) {
        var backends = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        // What backends used that have ended is kept by the postmaster.
        var postgres = LongStream.concat(LongStream.of(postmaster), backends)
                .mapToDouble(pid -> seconds(pid, UTIME))
                .sum();
        return new Cpu(
                seconds(app, UTIME),
                postgres + seconds(postmaster, CUTIME),
                seconds(ProcessHandle.current().pid(), UTIME));
    }

    Cpu since(Cpu before) {
        return new Cpu(app - before.app, postgres - before.postgres, client - before.client);
    }

    /** User and system time, which stand side by side behind the command's closing bracket. */
    private static double seconds(long pid, int field) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) / TICKS;
        } catch (IOException ended) {
            return 0;
        }
    }
}
