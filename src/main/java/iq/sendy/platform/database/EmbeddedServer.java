package iq.sendy.platform.database;

import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.settings.PrivateFiles;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the data directory, durable, and closed to every other account of the machine: its two roles
 * sign in on loopback, its superuser on a Unix socket that only our account reaches, each with a password. It keeps its
 * port. One process at a time may use a data directory.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String WRONG_PASSWORD = "28P01";

    private final PostgresCluster cluster;
    private final ServerAddress address;
    private final ServerSettings settings;
    private final FileLock lock;

    private EmbeddedServer(PostgresCluster cluster, ServerAddress address, ServerSettings settings, FileLock lock) {
        this.cluster = cluster;
        this.address = address;
        this.settings = settings;
        this.lock = lock;
    }

    /**
     * What a start is told.
     *
     * @param programs the directory of a maintained installation's programs; empty for those that come along
     * @param owner the role that owns the database and migrates it
     * @param runtime the role that serves
     */
    record ServerSettings(
            Path directory, boolean durable, String programs, Login superuser, Login owner, Login runtime) {}

    static EmbeddedServer start(ServerSettings settings) {
        var directory = settings.directory();
        if (Set.of("postgres", settings.owner().user())
                .contains(settings.runtime().user())) {
            throw new StartRefused("SENDY_DATABASE_RUNTIME_USER may be no superuser and not the owner: "
                    + settings.runtime().user());
        }
        PrivateFiles.keep(directory);
        try {
            var lock = lock(directory);
            try {
                return start(settings, lock);
            } catch (IOException | SQLException | RuntimeException failed) {
                lock.channel().close();
                throw failed;
            }
        } catch (IOException failed) {
            throw StartRefused.by(failed, "The embedded PostgreSQL does not start in SENDY_DATA_DIR, " + directory);
        } catch (SQLException failed) {
            throw new StartRefused(
                    "The embedded PostgreSQL in SENDY_DATA_DIR, " + directory + ", refuses Sendy: "
                            + failed.getMessage(),
                    failed);
        }
    }

    private static EmbeddedServer start(ServerSettings settings, FileLock lock) throws IOException, SQLException {
        var directory = settings.directory();
        var account = PrivateFiles.account(directory);
        var home = directory.resolve("pgbin");
        PostgresBinaries.secure(home);
        var installation = settings.programs().isBlank()
                ? PostgresInstallation.bundled(home)
                : PostgresInstallation.given(settings.programs().strip(), account);
        var data = directory.resolve("pgdata");
        var cluster = new PostgresCluster(data, new PostgresCommands(installation.bin(), PrivateFiles.isRoot(account)));
        cluster.stopOutlived();
        PostgresBinaries.forgetOld(home, installation.bin());

        var password = settings.superuser().password();
        var knows = ServiceFile.names(directory, password);
        if (!cluster.isMade()) {
            cluster.make(password, settings.durable());
            knows = true;
        }
        installation.check(data);
        cluster.admit(ServerAuthentication.rules(settings.owner(), settings.runtime()));
        if (!knows) {
            cluster.resetPassword(password);
        }
        var address = ServerAddress.of(directory, account);
        var server = new EmbeddedServer(cluster, address, settings, lock);
        var parameters = ServerParameters.of(address, data, settings.durable());
        cluster.start(parameters);
        try {
            if (!server.knowsPassword()) {
                // It was restored from a copy, or changed by hand.
                cluster.stop();
                cluster.resetPassword(password);
                cluster.start(parameters);
            }
            ServiceFile.write(directory, address, settings.superuser());
            DatabaseRoles.makeEmbedded(server, settings.owner(), settings.runtime());
            ServerAuthentication.check(
                    server.plainUrl("sendy"), List.of(settings.owner(), settings.runtime()), settings.superuser());
        } catch (IOException | SQLException | RuntimeException failed) {
            cluster.stop();
            throw failed;
        }
        return server;
    }

    /** The way of the two roles. The driver gives no password to a server that wants to see it. */
    PostgresAccess access() {
        return new PostgresAccess(
                plainUrl("sendy") + "?requireAuth=scram-sha-256", settings.owner(), settings.runtime());
    }

    /** The superuser's way. */
    String privateUrl(String database) {
        return address.privateUrl(database);
    }

    Login superuser() {
        return settings.superuser();
    }

    private String plainUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + address.port() + "/" + database;
    }

    private boolean knowsPassword() throws SQLException {
        try (var connection = superuser().connect(privateUrl("postgres"))) {
            return connection.isValid(0);
        } catch (SQLException refused) {
            if (WRONG_PASSWORD.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            cluster.stop();
            address.forget();
        } catch (IOException failed) {
            LOG.error("The embedded PostgreSQL does not stop: {}", failed.getMessage());
        } finally {
            lock.channel().close();
        }
    }

    private static FileLock lock(Path directory) throws IOException {
        var channel = FileChannel.open(
                directory.resolve("sendy.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PrivateFiles.FILE);
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
}
