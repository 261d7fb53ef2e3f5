package iq.sendy.faults;

import com.zaxxer.hikari.HikariDataSource;
import iq.sendy.DataDirectory;
import iq.sendy.platform.database.PlainPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that is not Sendy's own, with an owner who must say its password. */
final class ExternalPostgres implements AutoCloseable {

    static final String SECRET = "a key of more than thirty-two characters";

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

    static ExternalPostgres start(Path directory) throws IOException, SQLException {
        var rules = "host all postgres all trust\nhost all all all scram-sha-256\n";
        var server = new ExternalPostgres(
                PlainPostgres.start(DataDirectory.binaries(), directory.resolve("external"), rules));
        server.run("create role shops_owner login createrole password '" + PASSWORD + "'");
        server.run("create database shops owner shops_owner");
        return server;
    }

    /** What a Sendy process is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "SENDY_DATABASE_URL",
                server.url("shops"),
                "SENDY_DATABASE_USER",
                "shops_owner",
                "SENDY_DATABASE_PASSWORD",
                PASSWORD,
                "SENDY_SECRET_KEY",
                SECRET);
    }

    void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, asked by the superuser. */
    String ask(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("shops"), "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /** The rows of every store, for its superuser. Pooled, since tests that wait ask it often. */
    JdbcClient backstage() {
        return JdbcClient.create(backstage);
    }

    @Override
    public void close() throws IOException {
        backstage.close();
        server.close();
    }
}
