package iq.sendy.faults;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that is not Sendy's own, with an owner who must say its password. */
final class ExternalPostgres implements AutoCloseable {

    static final String SECRET = "a key of more than thirty-two characters";

    private static final String PASSWORD = "narges";

    private final EmbeddedPostgres server;
    private final HikariDataSource backstage = new HikariDataSource();

    private ExternalPostgres(EmbeddedPostgres server) {
        this.server = server;
        backstage.setDataSource(server.getDatabase("postgres", "shops"));
        backstage.setMinimumIdle(0);
        backstage.setInitializationFailTimeout(-1);
    }

    static ExternalPostgres start(Path directory) throws IOException, SQLException {
        var data = directory.resolve("external");
        var server = new ExternalPostgres(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(directory.resolve("pgbin").toFile())
                .start());
        server.run("create role shops_owner login createrole password '" + PASSWORD + "'");
        server.run("create database shops owner shops_owner");
        var rules = data.resolve("pg_hba.conf");
        // The superuser is trusted, as the library needs it; everybody else signs in.
        Files.writeString(
                rules, "host all postgres all trust\nhost all all all scram-sha-256\n" + Files.readString(rules));
        server.run("select pg_reload_conf()");
        return server;
    }

    /** What a Sendy process is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "SENDY_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/shops",
                "SENDY_DATABASE_USER",
                "shops_owner",
                "SENDY_DATABASE_PASSWORD",
                PASSWORD,
                "SENDY_SECRET_KEY",
                SECRET);
    }

    void run(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, asked by the superuser. */
    String ask(String sql) throws SQLException {
        try (var connection = server.getDatabase("postgres", "shops").getConnection();
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
