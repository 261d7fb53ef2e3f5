package iq.sendy.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** Database access, with the two roles that Sendy uses: one owns and migrates the schema, the other serves requests. */
public record PostgresAccess(String url, Login owner, Login runtime) {

    /** The ports that the address names, one for each host of it. */
    public List<Integer> ports() {
        var settings = Driver.parseURL(url, null);
        var ports = settings == null ? "" : settings.getProperty("PGPORT", "");
        return Stream.of(ports.split(","))
                .filter(port -> !port.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** A database role. It prints without its password. */
    public record Login(String user, String password) {

        Connection connect(String url) throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public String toString() {
            return user;
        }
    }
}
