package iq.sendy.faults;

import iq.sendy.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code kill -9} of processes that a test has started, each by its id. */
final class Kill {

    private Kill() {}

    /** Kills them all at once, with their children, and waits until they are gone. */
    static void trees(Stream<ProcessHandle> roots) {
        var all = roots.flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        gone(all);
    }

    static void gone(List<ProcessHandle> processes) {
        Waiting.until("they are gone: " + processes, () -> processes.stream().noneMatch(Kill::runs));
    }

    /** A process that has ended and that nobody has asked for its exit code yet still has an id. */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException notLinux) {
            return process.isAlive();
        }
    }

    /** The server process of a PostgreSQL data directory. */
    static Optional<ProcessHandle> postmaster(Path pgdata) {
        try (var lines = Files.lines(pgdata.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .filter(Kill::isPostgres);
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** The file may be an old one, and its id given to a stranger since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }
}
