package iq.sendy;

import com.zaxxer.hikari.HikariDataSource;
import iq.sendy.platform.database.PlainPostgres;
import iq.sendy.platform.database.PostgresOfTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that is not Sendy's own, with an owner who must say its password. */
public final class ExternalPostgres implements AutoCloseable {

    private static final String SECRET = "a key of more than thirty-two characters";

    private static final String OWNER = "shops_owner";
    private static final String PASSWORD = "narges";

    private final PlainPostgres server;
    private final HikariDataSource backstage = new HikariDataSource();

    private ExternalPostgres(PlainPostgres server) {
        this.server = server;
        backstage.setJdbcUrl(server.url("shops"));
        backstage.setUsername("postgres");
        backstage.setMinimumIdle(0);
        backstage.setInitializationFailTimeout(-1);
    }

    /** Starts it, with an owner and an empty database. */
    public static ExternalPostgres start(Path directory) throws IOException, SQLException {
        return start(directory, PostgresOfTests.bin());
    }

    /** @param bin the directory of its programs */
    static ExternalPostgres start(Path directory, Path bin) throws IOException, SQLException {
        var rules = "host all postgres all trust\nhost all all all scram-sha-256\n";
        var server = PlainPostgres.start(bin, directory.resolve("external"), rules);
        server.admits(OWNER, PASSWORD, "shops");
        return new ExternalPostgres(server);
    }

    /** What a Sendy process is told of it. */
    public Map<String, String> settings() {
        return Map.of(
                "SENDY_DATABASE_URL",
                server.url("shops"),
                "SENDY_DATABASE_USER",
                OWNER,
                "SENDY_DATABASE_PASSWORD",
                PASSWORD,
                "SENDY_SECRET_KEY",
                SECRET);
    }

    /** The first column of the first row, asked by the superuser. */
    public String ask(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("shops"), "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /** The rows of every store, for its superuser. Pooled, since tests that wait ask it often. */
    public JdbcClient backstage() {
        return JdbcClient.create(backstage);
    }

    @Override
    public void close() {
        backstage.close();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
