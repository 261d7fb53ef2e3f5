package iq.sendy.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The programs of one PostgreSQL installation, run with nothing of our environment that is secret or would mislead them. */
final class PostgresCommands {

    private static final Duration DYING = Duration.ofSeconds(2);
    private static final int MOST_LINES = 200;

    private final Path bin;
    private final boolean root;

    /** @param root whether Sendy runs as root, whom PostgreSQL refuses: there it runs in a user namespace of its own */
    PostgresCommands(Path bin, boolean root) {
        this.bin = bin;
        this.root = root;
    }

    /** Runs a program to its end. What it starts in the background may live on. */
    void run(Duration patience, String program, List<String> arguments) throws IOException {
        run(patience, "", program, arguments);
    }

    /** As {@link #run(Duration, String, List)}, for a program that reads what it shall do. */
    void run(Duration patience, String input, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (root) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("SENDY_"));
        builder.environment().put("LC_ALL", "C");
        var process = start(builder);
        // Not the server's log: what pg_ctl leaves running may hold this pipe for years, and finds it closed.
        var said = new ConcurrentLinkedQueue<String>();
        var reader = Thread.ofPlatform()
                .daemon()
                .name("postgres-" + program)
                .start(() -> read(process.inputReader(StandardCharsets.UTF_8), said));
        try {
            write(process, input);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new IOException(program + " took longer than " + patience.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                reader.join(DYING);
                throw new IOException(reason(program, said));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException(program + " was interrupted", interrupted);
        }
    }

    private Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw root ? new IOException(barred(), missing) : missing;
        }
    }

    private static void write(Process process, String input) {
        try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
            writer.write(input);
        } catch (IOException ended) {
            // Its exit code says why.
        }
    }

    private static void read(BufferedReader reader, Collection<String> said) {
        try (reader) {
            reader.lines().forEach(line -> {
                if (said.size() < MOST_LINES) {
                    said.add(line.strip());
                }
            });
        } catch (IOException | UncheckedIOException closed) {
            // The program has ended, and what it said is here.
        }
    }

    private static String reason(String program, Collection<String> said) {
        if (said.stream().anyMatch(line -> line.startsWith("unshare:"))) {
            return barred();
        }
        return said.stream()
                .filter(line -> line.contains("FATAL") || line.contains("error:"))
                .findFirst()
                .orElseGet(() -> program + " failed: " + String.join(" ", said));
    }

    private static String barred() {
        return "PostgreSQL does not run as root, and this machine bars the user namespace that would hide it"
                + " (unshare -U); start Sendy as an account of its own";
    }
}
