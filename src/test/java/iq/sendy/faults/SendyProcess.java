package iq.sendy.faults;

import iq.sendy.Api;
import iq.sendy.Superuser;
import iq.sendy.Waiting;
import iq.sendy.platform.database.PostgresOfTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Sendy as an operator starts it: a process of its own, with its log in a file. */
final class SendyProcess {

    private static final Duration STARTING = Duration.ofMinutes(4);
    private static final Pattern PORT = Pattern.compile("Sendy listens on http://[^ ]*:(\\d+)");
    private static final Pattern OTHERS_SETTING =
            Pattern.compile("(SENDY|SPRING|SERVER|MANAGEMENT|LOGGING|JAVA|JDK)_.*");

    private final Process process;
    private final Path directory;
    private final Path log;

    private SendyProcess(Process process, Path directory, Path log) {
        this.process = process;
        this.directory = directory;
        this.log = log;
    }

    static SendyProcess start(Path directory, List<String> command, Map<String, String> settings) {
        try {
            var log = Files.createTempFile(directory, "start", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            var environment = builder.environment();
            environment.keySet().removeIf(name -> OTHERS_SETTING.matcher(name).matches());
            environment.put("CLASSPATH", Program.classPath());
            environment.put("SERVER_PORT", "0");
            environment.put("SERVER_ADDRESS", "127.0.0.1");
            environment.put("SENDY_MANAGEMENT_PORT", "0");
            environment.put("SENDY_DATA_DIR", directory.toString());
            environment.put("SENDY_DEMO", "false");
            environment.put("SENDY_RATELIMIT_ENABLED", "false");
            if (PostgresOfTests.isOther()) {
                environment.put("SENDY_POSTGRES_BIN", PostgresOfTests.bin().toString());
            }
            environment.putAll(settings);
            return new SendyProcess(builder.start(), directory, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until it serves. */
    Api ready() {
        try {
            Waiting.until("Sendy serves", STARTING, () -> {
                if (!process.isAlive()) {
                    throw new AssertionError("Sendy ended with " + process.exitValue());
                }
                return PORT.matcher(log()).find();
            });
        } catch (AssertionError notReady) {
            throw new AssertionError("Sendy does not serve:\n" + log(), notReady);
        }
        var port = PORT.matcher(log());
        if (!port.find()) {
            throw new AssertionError("No port in the log:\n" + log());
        }
        var api = Api.at("http://127.0.0.1:" + port.group(1));
        api.learnDocument();
        return api;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Stops it where it stands, as a paging host would; its clock goes on. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new AssertionError("SIG" + name + " was not sent");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean runs() {
        return process.isAlive();
    }

    /** Asks it to stop, as systemd and Ctrl-C do. */
    void terminate() {
        process.destroy();
    }

    /** Its exit code; it must end within that time. */
    int ended(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Sendy still runs after " + atMost.toSeconds() + " s:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Kills Sendy alone; its PostgreSQL lives on. */
    void kill() {
        var itself = List.of(process.toHandle());
        itself.forEach(ProcessHandle::destroyForcibly);
        Kill.gone(itself);
    }

    /** Kills Sendy and its PostgreSQL with all that it has started, as a power cut would. */
    void killWithDatabase() {
        Kill.trees(Stream.concat(handles(), postmaster().stream()));
    }

    Stream<ProcessHandle> handles() {
        return Stream.of(process.toHandle());
    }

    /** What it, its database and all that they started have used of the processors, as far as those still run. */
    Duration processorTime() {
        return Stream.concat(handles(), postmaster().stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .distinct()
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The server process of its embedded database, while there is one. */
    Optional<ProcessHandle> postmaster() {
        return Kill.postmaster(directory.resolve("pgdata"));
    }

    /** The embedded database, for its superuser. */
    String databaseUrl() {
        return Superuser.url(directory);
    }
}
