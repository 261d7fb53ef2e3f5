package iq.sendy.platform.database;

import iq.sendy.platform.settings.PrivateFiles;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** The data directory of a PostgreSQL server and the server itself: making, starting, stopping, and who may sign in. */
final class PostgresCluster {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WAITING = PATIENCE.plusSeconds(20);

    /** What {@code pg_ctl} would hand to a shell inside of double quotes. */
    private static final Pattern SHELL = Pattern.compile("[\"$`\\\\\\n]");

    private final Path data;
    private final PostgresCommands commands;

    PostgresCluster(Path data, PostgresCommands commands) {
        if (SHELL.matcher(data.toString()).find()) {
            throw new StartRefused(
                    "The path of SENDY_DATA_DIR may hold no quote, dollar, backtick or backslash: " + data);
        }
        this.data = data;
        this.commands = commands;
    }

    boolean isMade() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return true;
        }
        if (Files.exists(data)) {
            try (var entries = Files.list(data)) {
                if (entries.findAny().isPresent()) {
                    throw new IOException(data + " holds something else than a database");
                }
            }
        }
        return false;
    }

    /** Makes the data directory beside its place first: a start that is killed here leaves no half of one. */
    void make(String password, boolean durable) throws IOException {
        var half = data.resolveSibling("pgdata.new");
        var secret = data.resolveSibling("pgdata.password");
        FileSystemUtils.deleteRecursively(half);
        PrivateFiles.write(secret, password);
        var target = Files.exists(data) ? data : half;
        var arguments = new ArrayList<>(List.of(
                "-A",
                "scram-sha-256",
                "-U",
                "postgres",
                "-E",
                "UTF-8",
                "--locale=C",
                "--pwfile",
                secret.toString(),
                "--set",
                ServerParameters.ROUNDS));
        if (!durable) {
            arguments.add("--no-sync");
        }
        arguments.addAll(List.of("-D", target.toString()));
        commands.run(WAITING, "initdb", arguments);
        Files.delete(secret);
        if (target.equals(half)) {
            Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Who may sign in, and how; read at the server's next start. */
    void admit(String rules) throws IOException {
        PrivateFiles.write(data.resolve("pg_hba.conf"), rules);
    }

    /** Gives the superuser a password while no server runs, so that nobody needs to be trusted for it. */
    void resetPassword(String password) throws IOException {
        var statement = "alter role postgres with login password '" + password.replace("'", "''") + "'\n";
        var arguments =
                List.of("--single", "-D", data.toString(), "-c", "password_encryption=scram-sha-256", "postgres");
        commands.run(WAITING, statement, "postgres", arguments);
    }

    /** @param settings each {@code name=value}; they win over what the files of the data directory say */
    void start(List<String> settings) throws IOException {
        var options = settings.stream().map(setting -> "-c " + quoted(setting)).collect(Collectors.joining(" "));
        commands.run(WAITING, "pg_ctl", List.of("start", "-D", data.toString(), "-w", "-t", seconds(), "-o", options));
    }

    /** Also where its thread is interrupted, as it is when a start is told to stop: nobody else would end the server. */
    void stop() throws IOException {
        var interrupted = Thread.interrupted();
        try {
            commands.run(WAITING, "pg_ctl", stopping("fast"));
        } catch (IOException slow) {
            interrupted |= Thread.interrupted();
            commands.run(WAITING, "pg_ctl", stopping("immediate"));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<String> stopping(String how) {
        return List.of("stop", "-D", data.toString(), "-m", how, "-w", "-t", seconds());
    }

    /** Stops a server that outlived the Sendy which started it: it has that one's settings, perhaps an older version's. */
    void stopOutlived() throws IOException {
        if (outlived().isPresent()) {
            stop();
        }
    }

    private Optional<ProcessHandle> outlived() throws IOException {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .filter(pid -> pid > 0)
                    .flatMap(ProcessHandle::of)
                    .filter(this::isOurs);
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
    }

    /** The file may be an old one, and its id a stranger's since. */
    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        return info.command().filter(PostgresCluster::isServer).isPresent()
                && Arrays.asList(info.arguments().orElse(new String[0])).contains(data.toString());
    }

    /** Its program may be gone by now: what others could have changed is thrown away at the start. */
    private static boolean isServer(String command) {
        return command.endsWith("/postgres") || command.endsWith("/postgres (deleted)");
    }

    private static String seconds() {
        return Long.toString(PATIENCE.toSeconds());
    }

    private static String quoted(String word) {
        return '\'' + word.replace("'", "'\\''") + '\'';
    }
}
