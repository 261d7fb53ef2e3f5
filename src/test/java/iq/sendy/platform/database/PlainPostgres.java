package iq.sendy.platform.database;

import iq.sendy.DataDirectory;
import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.settings.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** A PostgreSQL that no Sendy set up: of somebody else, or as versions before this one did it. */
public final class PlainPostgres implements AutoCloseable {

    /** As a library for tests makes them: whoever asks is let in, the superuser too. */
    public static final String TRUSTING = "local all all trust\nhost all all 127.0.0.1/32 trust\n";

    private static final Path MADE = Path.of("target", "pgmade").toAbsolutePath();
    private static final Pattern NOTHING = Pattern.compile("");

    private final PostgresCluster cluster;
    private final int port;

    private PlainPostgres(PostgresCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Makes one, as {@code initdb} does, and starts it.
     *
     * @param bin the directory of its programs
     * @param rules of its {@code pg_hba.conf}
     */
    public static PlainPostgres start(Path bin, Path data, String rules) throws IOException {
        var root = PrivateFiles.isRoot(PrivateFiles.account(bin));
        var cluster = new PostgresCluster(data, new PostgresCommands(bin, root));
        DataDirectory.copy(made(bin, root), Files.createDirectories(data, PrivateFiles.DIRECTORY), NOTHING);
        cluster.admit(rules);
        var port = freePort();
        cluster.start(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=300",
                ServerParameters.ROUNDS,
                // As the embedded one of tests: nothing of it need outlive the machine.
                "synchronous_commit=off",
                "fsync=off",
                "full_page_writes=off",
                "max_wal_size=2GB"));
        return new PlainPostgres(cluster, port);
    }

    /**
     * One that is free and stays so until the server has started: above those that Sendy looks for, and below those that
     * systems give to whoever connects or asks for any.
     */
    private static int freePort() throws IOException {
        return ThreadLocalRandom.current()
                .ints(30_000, 32_768)
                .limit(1_000)
                .filter(PlainPostgres::isFree)
                .findFirst()
                .orElseThrow(() -> new IOException("no port is free"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** What {@code initdb} makes, made once by each version for all tests. */
    private static synchronized Path made(Path bin, boolean root) throws IOException {
        var home = Files.createDirectories(MADE.resolve(
                Objects.requireNonNull(bin.toRealPath().getParent()).getFileName()));
        var made = home.resolve("pgdata");
        try (var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var cluster = new PostgresCluster(made, new PostgresCommands(bin, root));
            if (!cluster.isMade()) {
                cluster.make("of no use", false);
            }
        }
        return made;
    }

    /** Makes a role that may make others, and its database, as an administrator would for Sendy. */
    public void admits(String owner, String password, String database) throws SQLException {
        try (var superuser = new Login("postgres", "").connect(url("postgres"));
                var statement = superuser.createStatement()) {
            statement.execute("create role " + owner + " login createrole password '" + password + "'");
            DatabaseRoles.create(superuser, database, new Login(owner, password));
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        cluster.stopOutlived();
    }
}
