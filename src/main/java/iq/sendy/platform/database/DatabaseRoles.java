package iq.sendy.platform.database;

import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.settings.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Makes the two roles, and refuses to serve under one that row level security would not bind. */
final class DatabaseRoles {

    /** The first that has all that the statements use. */
    private static final int OLDEST = 16;

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NOT_AUTHORISED = "28";
    private static final String NO_CONNECTION = "08";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String DUPLICATE_OBJECT = "42710";
    private static final String TUPLE_CONCURRENTLY_UPDATED = "XX000";
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String NO_SUCH_LOCALE = "42809";

    /** What a locale of UTF-8 is called, by Linux, by macOS, and by what knows neither. */
    private static final List<String> CTYPES = List.of("C.UTF-8", "UTF-8", "en_US.UTF-8");

    private DatabaseRoles() {}

    /** The embedded server's own: an owner, a runtime role, and the database that the owner owns. */
    static void makeEmbedded(EmbeddedServer server, Login owner, Login runtime) {
        var superuser = server.superuser();
        try (var connection = superuser.connect(server.privateUrl("postgres"))) {
            for (var role : List.of(owner, runtime)) {
                ensureRole(connection, role);
                if (exists(connection, "select 1 from pg_roles where rolname = ? and rolsuper", role.user())) {
                    throw new StartRefused("The role " + role.user() + " may be no superuser");
                }
                // A directory of before it asked for passwords has none, and one that was restored may have others.
                execute(connection, "alter role " + name(role.user()) + " password " + literal(role.password()));
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", "sendy")) {
                create(connection, "sendy", owner);
            }
        } catch (SQLException failed) {
            throw new StartRefused("The embedded PostgreSQL refuses its roles: " + failed.getMessage(), failed);
        }
        RuntimeRights.narrow(server.privateUrl("sendy"), superuser, runtime);
    }

    /**
     * Under the ctype C an Arabic letter is none, pg_trgm makes nothing of an Arabic name, and a search reads every row.
     * Texts are ordered by their bytes all the same. Where the machine has no such locale, searching is slow and right.
     */
    static void create(Connection connection, String database, Login owner) throws SQLException {
        var create = "create database " + name(database) + " owner " + name(owner.user());
        for (var ctype : CTYPES) {
            try {
                execute(connection, create + " template template0 lc_ctype " + literal(ctype));
                return;
            } catch (SQLException failed) {
                if (!NO_SUCH_LOCALE.equals(failed.getSQLState())) {
                    throw failed;
                }
            }
        }
        execute(connection, create);
    }

    /** On an external database the owner makes the runtime role, unless an administrator has made it already. */
    static void makeRuntime(String url, Login owner, Login runtime) {
        try (var connection = connected(url, owner)) {
            var server = connection.getMetaData();
            refuseOld(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
            if (exists(connection, "select 1 from pg_roles where rolname = ?", runtime.user())) {
                return;
            }
            ensureRole(connection, runtime);
        } catch (SQLException failed) {
            var cure = INSUFFICIENT_PRIVILEGE.equals(failed.getSQLState())
                    ? "; let an administrator make it and name it in SENDY_DATABASE_RUNTIME_USER: "
                    : ": ";
            throw new StartRefused(
                    "SENDY_DATABASE_USER, " + owner.user() + ", cannot make the runtime role " + runtime.user() + cure
                            + failed.getMessage(),
                    failed);
        }
    }

    private static Connection connected(String url, Login owner) {
        try {
            return owner.connect(url);
        } catch (SQLException failed) {
            var cause = failed.getCause() == null ? "" : " (" + failed.getCause() + ")";
            throw new StartRefused(unreachable(failed) + ": " + failed.getMessage() + cause, failed);
        }
    }

    /** Which setting is to blame, by what the server says, or by its silence. */
    private static String unreachable(SQLException failed) {
        var state = String.valueOf(failed.getSQLState());
        if (state.equals(NO_SUCH_DATABASE)) {
            return "SENDY_DATABASE_URL names a database that is not there";
        }
        if (state.startsWith(NOT_AUTHORISED)) {
            return "SENDY_DATABASE_USER or SENDY_DATABASE_PASSWORD is not taken by the database";
        }
        return state.startsWith(NO_CONNECTION)
                ? "SENDY_DATABASE_URL leads to no PostgreSQL that answers"
                : "The database of SENDY_DATABASE_URL cannot be opened";
    }

    static void refuseOld(int major, String version) {
        if (major < OLDEST) {
            throw new StartRefused(
                    "SENDY_DATABASE_URL leads to PostgreSQL " + version + "; Sendy needs " + OLDEST + " or newer");
        }
    }

    /** No superuser, no bypass of row level security, no ownership: or the second wall between stores does not stand. */
    static void checkRuntime(String url, Login owner, Login runtime, boolean durable) {
        if (runtime.user().equals(owner.user())) {
            throw new StartRefused("The runtime role " + runtime.user() + " may not be the owner or a member of it");
        }
        try (var connection = runtime.connect(url)) {
            if (exists(connection, """
                    select 1 from pg_roles
                    where rolname = ? and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                    """, runtime.user())) {
                throw new StartRefused("The runtime role " + runtime.user()
                        + " may be no superuser and may not bypass row level security, create roles or databases");
            }
            if (exists(connection, "select 1 where pg_has_role(current_user, ?, 'member')", owner.user())) {
                throw new StartRefused(
                        "The runtime role " + runtime.user() + " may not be the owner or a member of it");
            }
            if (exists(
                    connection,
                    "select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = ? limit 1",
                    runtime.user())) {
                throw new StartRefused("The runtime role " + runtime.user() + " owns tables; it may own nothing");
            }
            if (durable && exists(connection, "select 1 where current_setting('fsync') <> ?", "on")) {
                throw new StartRefused("The embedded PostgreSQL runs without fsync");
            }
        } catch (SQLException failed) {
            var cure = String.valueOf(failed.getSQLState()).startsWith(NOT_AUTHORISED)
                    ? "; its password is SENDY_DATABASE_RUNTIME_PASSWORD or follows from SENDY_SECRET_KEY, which must be"
                            + " the one that this database was first used with: "
                    : ": ";
            throw new StartRefused(
                    "The runtime role " + runtime.user() + " cannot sign in" + cure + failed.getMessage(), failed);
        }
    }

    private static void ensureRole(Connection connection, Login login) throws SQLException {
        if (exists(connection, "select 1 from pg_roles where rolname = ?", login.user())) {
            return;
        }
        try {
            execute(
                    connection,
                    "create role " + name(login.user()) + " login nosuperuser nobypassrls nocreatedb nocreaterole"
                            + (login.password().isEmpty() ? "" : " password " + literal(login.password())));
        } catch (SQLException failed) {
            // Another process that starts at this moment was quicker; all three states say so.
            var state = failed.getSQLState();
            if (!DUPLICATE_OBJECT.equals(state)
                    && !UNIQUE_VIOLATION.equals(state)
                    && !TUPLE_CONCURRENTLY_UPDATED.equals(state)) {
                throw failed;
            }
        }
    }

    private static boolean exists(Connection connection, String question, String value) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
