package iq.sendy.platform.database;

import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.settings.StartRefused;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Who may sign in at the embedded server, and the question to the server whether it is so. */
final class ServerAuthentication {

    private static final String NO_PASSWORD_GIVEN = "08004";
    private static final Set<String> REFUSED = Set.of(NO_PASSWORD_GIVEN, "28000", "28P01");

    private ServerAuthentication() {}

    /**
     * The rules of {@code pg_hba.conf}. The superuser needs a password on its private socket too: inside a user namespace the
     * server cannot tell one account from another.
     */
    static String rules(Login owner, Login runtime) {
        return """
                # Written at each start of Sendy.
                local all,replication postgres scram-sha-256
                local all all reject
                host sendy %s,%s 127.0.0.1/32 scram-sha-256
                host all all all reject
                """.formatted(quoted(owner.user()), quoted(runtime.user()));
    }

    /**
     * Tries to get in as a stranger would.
     *
     * @param url of a database, through loopback
     * @param superuser with its right password, which is of no use there
     */
    static void check(String url, List<Login> roles, Login superuser) {
        for (var role : roles) {
            refuses(url, new Login(role.user(), ""));
            refuses(url, new Login(role.user(), "a guess"));
        }
        refuses(url, new Login(superuser.user(), ""));
        refuses(url, superuser);
    }

    private static void refuses(String url, Login stranger) {
        try (var connection = stranger.connect(url)) {
            throw new StartRefused("The embedded PostgreSQL lets any account of this machine in as "
                    + connection.getMetaData().getUserName() + "; its pg_hba.conf must ask for passwords");
        } catch (SQLException refused) {
            if (!REFUSED.contains(refused.getSQLState())) {
                throw new StartRefused(
                        "The embedded PostgreSQL does not say whether it lets strangers in: " + refused.getMessage(),
                        refused);
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
