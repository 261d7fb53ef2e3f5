package iq.sendy.platform.database;

import java.nio.file.Path;
import java.util.List;

/** What the embedded server is told on its command line, where no file of the data directory can say otherwise. */
final class ServerParameters {

    /**
     * How often a password is hashed, by the server that keeps it and by whoever signs in with it. Ours are keys of 256 bits, and
     * who could read the hash reads the data: four thousand rounds, for passwords of people, only made each connection slow.
     */
    static final String ROUNDS = "scram_iterations=1";

    /** Room in the table of locks, which all transactions share, for each connection: four times the usual, of some 10 MB. */
    private static final int LOCKS = 256;

    private ServerParameters() {}

    static List<String> of(ServerAddress address, Path data, boolean durable) {
        var durability = durable ? "on" : "off";
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + address.port(),
                "unix_socket_directories=" + address.socketDirectory(),
                "unix_socket_permissions=0700",
                "hba_file=" + data.resolve("pg_hba.conf"),
                "password_encryption=scram-sha-256",
                ROUNDS,
                "ssl=off",
                "fsync=" + durability,
                "synchronous_commit=" + durability,
                "full_page_writes=" + durability,
                "shared_buffers=256MB",
                "max_connections=100",
                "max_locks_per_transaction=" + LOCKS,
                "max_wal_size=2GB",
                "log_min_messages=warning");
    }
}
