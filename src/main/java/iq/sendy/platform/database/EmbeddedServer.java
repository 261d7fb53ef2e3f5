package iq.sendy.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own in the data directory, durable: the library that brings it turns fsync and synchronous_commit
 * off, and here they are turned on again. It keeps its port, so that a start after {@code kill -9} finds a server that
 * outlived its parent. One process at a time may use a data directory.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Outside of what a system gives to whoever asks for any port (from 32768 on Linux, from 49152 elsewhere): nobody is
     * given ours while the server is being prepared, or between two starts.
     */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 30_000;
    private static final int TRIES = 1_000;

    private final EmbeddedPostgres postgres;
    private final @Nullable FileLock lock;

    private EmbeddedServer(EmbeddedPostgres postgres, @Nullable FileLock lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    static EmbeddedServer start(Path directory, boolean durable) {
        try {
            createPrivate(directory);
            var lock = lock(directory);
            var durability = durable ? "on" : "off";
            var postgres = EmbeddedPostgres.builder()
                    .setCleanDataDirectory(false)
                    .setDataDirectory(directory.resolve("pgdata"))
                    .setOverrideWorkingDirectory(directory.resolve("pgbin").toFile())
                    .setPort(port(directory))
                    .setPGStartupWait(PATIENCE)
                    // Spring closes it after the last request has ended; the library's own hook would be too early.
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", durability)
                    .setServerConfig("synchronous_commit", durability)
                    .setServerConfig("full_page_writes", durability)
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("log_min_messages", "warning")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF-8")
                    .start();
            return new EmbeddedServer(postgres, lock);
        } catch (IOException | IllegalStateException failed) {
            throw new StartRefused(
                    "The embedded PostgreSQL in " + directory + " does not start: " + failed.getMessage(), failed);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        if (lock != null) {
            lock.channel().close();
        }
    }

    private static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static FileLock lock(Path directory) throws IOException {
        var channel =
                FileChannel.open(directory.resolve("sendy.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartRefused("Another Sendy is using the data directory " + directory
                    + "; give this one its own SENDY_DATA_DIR, or share an external database by SENDY_DATABASE_URL");
        }
        return lock;
    }

    /** The port of the last start, unless a stranger has taken it since. */
    private static int port(Path directory) throws IOException {
        var file = directory.resolve("postgres.port");
        if (Files.exists(file)) {
            var port = Integer.parseInt(Files.readString(file).strip());
            if (Files.exists(directory.resolve("pgdata/postmaster.pid")) || free(port)) {
                return port;
            }
        }
        var port = ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .limit(TRIES)
                .filter(EmbeddedServer::free)
                .findFirst()
                .orElseThrow(() -> new IOException("no port is free"));
        Files.writeString(file, Integer.toString(port));
        return port;
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
