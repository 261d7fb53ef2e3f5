package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Another process of Sendy on the same PostgreSQL, as an operator starts a second one. */
final class SecondServer implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Sendy listens on http://[^ ]*:(\\d+)");
    private static final int STARTING_SECONDS = 120;
    private static final int ENDING_SECONDS = 30;

    private final Path directory;
    private final Process process;
    private final int port;

    SecondServer(Settings settings, Server first) throws IOException, SQLException {
        // The first has migrated and has no more use for its owner's password.
        var owner = UUID.randomUUID().toString();
        first.told("alter role sendy_owner password '" + owner + "'");
        directory = Files.createTempDirectory("sendy-bench-second");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        var log = directory.resolve("sendy.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx" + settings.heap(),
                        "-cp",
                        settings.jar().toString(),
                        "iq.sendy.SendyApplication")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(SENDY|SPRING|SERVER|MANAGEMENT|LOGGING)_.*"));
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", "0",
                        "SERVER_ADDRESS", "127.0.0.1",
                        "SENDY_MANAGEMENT_PORT", "0",
                        "SENDY_DATA_DIR", directory.toString(),
                        "SENDY_DATABASE_URL", first.databaseUrl(),
                        "SENDY_DATABASE_USER", "sendy_owner",
                        "SENDY_DATABASE_PASSWORD", owner,
                        "SENDY_SECRET_KEY", Files.readString(first.data("secret.key")).strip(),
                        "SENDY_RATELIMIT_ENABLED", "false",
                        "SENDY_DEMO", "false"));
        process = builder.start();
        port = started(log);
    }

    private int started(Path log) throws IOException {
        for (var i = 0; i < STARTING_SECONDS * 20; i++) {
            var written = Files.readString(log);
            var found = PORT.matcher(written);
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            if (!process.isAlive()) {
                throw new IOException("The second Sendy does not start:\n" + written);
            }
            LockSupport.parkNanos(50_000_000L);
        }
        throw new IOException("The second Sendy did not start in " + STARTING_SECONDS + " s");
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public synchronized void close() {
        try {
            process.destroy();
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
        }
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            // Closed before.
        }
    }
}
