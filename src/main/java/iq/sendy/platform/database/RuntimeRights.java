package iq.sendy.platform.database;

import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.settings.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes from the runtime role what PostgreSQL gives to everybody and Sendy never uses: temporary tables and large objects.
 * For {@code LISTEN} there is no privilege to take.
 */
final class RuntimeRights {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeRights.class);

    private RuntimeRights() {}

    /** @param whose the superuser of the embedded server; on an external database the owner, who may lack the right */
    static void narrow(String url, Login whose, Login runtime) {
        try (var connection = whose.connect(url)) {
            var refused = new ArrayList<String>();
            for (var right : rights(connection, runtime)) {
                try (var statement = connection.createStatement()) {
                    statement.execute(right);
                } catch (SQLException notOurs) {
                    refused.add(right);
                }
            }
            // To take what was not his to give is a mere warning for PostgreSQL, so it is asked again.
            if (!refused.isEmpty() || !rights(connection, runtime).isEmpty()) {
                LOG.warn(
                        "{} may still make temporary tables or large objects, which {} may not forbid; let an"
                                + " administrator revoke both from public: decision 27",
                        runtime.user(),
                        whose.user());
            }
        } catch (SQLException failed) {
            throw new StartRefused(
                    "The rights of " + runtime.user() + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** The statements that take away what the role still has. */
    private static List<String> rights(Connection connection, Login runtime) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select format('revoke temporary on database %I from public', current_database())
                where has_database_privilege(?, current_database(), 'temporary')
                union all
                select format('revoke execute on function %s from public', p.oid::regprocedure)
                from pg_proc as p
                where p.pronamespace = 'pg_catalog'::regnamespace
                  and (p.proname like 'lo\\_%' or p.proname in ('loread', 'lowrite'))
                  and has_function_privilege(?, p.oid, 'execute')
                """)) {
            statement.setString(1, runtime.user());
            statement.setString(2, runtime.user());
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
