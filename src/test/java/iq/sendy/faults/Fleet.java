package iq.sendy.faults;

import iq.sendy.DataDirectory;
import iq.sendy.ExternalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The processes of a test, their databases and their directories. All are gone at its end, also when it fails or is interrupted. */
final class Fleet implements AutoCloseable {

    private final List<SendyProcess> started = new ArrayList<>();
    private final List<ExternalPostgres> databases = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final Thread atExit = new Thread(this::end);

    Fleet() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A directory for a process's data, as a first start has left it; under {@code target} and gone at the end. */
    Path directory() {
        var directory = emptyDirectory();
        try {
            Program.begin(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return directory;
    }

    /** A directory in which nothing was started yet, or nothing of it is used. */
    synchronized Path emptyDirectory() {
        var directory = DataDirectory.fresh("faults");
        directories.add(directory);
        return directory;
    }

    /** A PostgreSQL of its own for several processes: it ends after them, and before its directory is gone. */
    synchronized ExternalPostgres database() throws IOException, SQLException {
        var database = ExternalPostgres.start(emptyDirectory());
        databases.add(database);
        return database;
    }

    /** Starts a Sendy on its embedded database; it is not ready yet. */
    SendyProcess starts(Path directory) {
        return starts(directory, Map.of());
    }

    SendyProcess starts(Path directory, Map<String, String> settings) {
        return starts(directory, Program.command(), settings);
    }

    synchronized SendyProcess starts(Path directory, List<String> command, Map<String, String> settings) {
        var process = SendyProcess.start(directory, command, settings);
        started.add(process);
        return process;
    }

    private synchronized void end() {
        Kill.trees(
                started.stream().flatMap(process -> Stream.concat(process.handles(), process.postmaster().stream())));
        try {
            databases.forEach(ExternalPostgres::close);
        } finally {
            directories.forEach(Fleet::delete);
            started.clear();
            databases.clear();
            directories.clear();
        }
    }

    private static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }
}
