package bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The Sendy that is measured, with its data in a temporary directory; all of it is gone at the end. */
final class Server implements AutoCloseable {

    private static final Pattern PORTS =
            Pattern.compile("Sendy listens on http://[^ ]*:(\\d+).* on http://[^ ]*:(\\d+)/actuator");
    private static final int STARTING_SECONDS = 600;
    private static final int ENDING_SECONDS = 30;

    private final Path directory;
    private final Process process;
    private int port;
    private int managementPort;
    private ProcessHandle postmaster;
    private boolean closed;

    /** @param more settings of this Sendy alone */
    Server(Settings settings, Map<String, String> more) throws IOException {
        directory = Files.createTempDirectory("sendy-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx" + settings.heap(),
                        settings.attacked() ? "-XX:+ExitOnOutOfMemoryError" : "-XX:-ExitOnOutOfMemoryError",
                        "-cp",
                        settings.what().equals("shop")
                                ? StaticFiles.beside(settings.jar(), directory) + File.pathSeparator + settings.jar()
                                : settings.jar().toString(),
                        "iq.sendy.SendyApplication")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(SENDY|SPRING|SERVER|MANAGEMENT|LOGGING)_.*"));
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", "0",
                        "SERVER_ADDRESS", "127.0.0.1",
                        "SENDY_MANAGEMENT_PORT", "0",
                        "SENDY_DATA_DIR", directory.resolve("data").toString(),
                        "SENDY_RATELIMIT_ENABLED", Boolean.toString(settings.attacked()),
                        "SENDY_EGRESS_ALLOW", "127.0.0.1/32",
                        "SENDY_DEMO", "false"));
        builder.environment().putAll(more);
        process = builder.start();
        awaitStart();
    }

    private void awaitStart() throws IOException {
        for (var i = 0; i < STARTING_SECONDS * 20; i++) {
            var written = written();
            if (!process.isAlive()) {
                throw new IOException("Sendy does not start:\n" + written);
            }
            var found = PORTS.matcher(written);
            if (found.find()) {
                port = Integer.parseInt(found.group(1));
                managementPort = Integer.parseInt(found.group(2));
                postmaster = ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(data("pgdata/postmaster.pid")).getFirst().strip()))
                        .orElseThrow();
                return;
            }
            LockSupport.parkNanos(50_000_000L);
        }
        throw new IOException("Sendy did not start in " + STARTING_SECONDS + " s");
    }

    private Path log() {
        return directory.resolve("sendy.log");
    }

    /** Its log. */
    String written() throws IOException {
        return Files.readString(log());
    }

    boolean runs() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    Path data(String file) {
        return directory.resolve("data").resolve(file);
    }

    /** Where {@link StaticFiles} are. */
    Path files() {
        return directory.resolve("files");
    }

    int port() {
        return port;
    }

    /** What Sendy measures of itself, as Prometheus reads it. */
    String metrics() throws IOException {
        var url = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus").toURL();
        try (var body = url.openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Cpu cpu() {
        return Cpu.now(process.pid(), postmaster.pid());
    }

    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + Files.readString(data("postgres.port")).strip() + "/sendy";
    }

    Connection superuser() throws IOException, SQLException {
        return Superuser.of(directory.resolve("data"));
    }

    /** The first column of the first row. */
    String asked(String question) throws IOException, SQLException {
        try (var superuser = superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    void told(String statement) throws IOException, SQLException {
        try (var superuser = superuser();
                var telling = superuser.createStatement()) {
            telling.execute(statement);
        }
    }

    /** Ends Sendy, which ends its PostgreSQL; what does not end in time is killed, by its id. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            process.destroy();
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
        }
        if (postmaster != null) {
            var left = new java.util.ArrayList<>(List.of(postmaster));
            postmaster.descendants().forEach(left::add);
            left.forEach(ProcessHandle::destroyForcibly);
        }
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
