package iq.sendy.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the database is and the two roles that Sendy uses: one owns and migrates the schema, the other serves requests. */
public record PostgresAccess(String url, Login owner, Login runtime) {

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
