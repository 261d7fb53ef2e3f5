package iq.sendy.platform.database;

import iq.sendy.platform.database.PostgresAccess.Login;
import java.nio.file.Path;

/** The three roles as tests of the embedded server know them. */
final class Logins {

    static final Login SUPERUSER = new Login("postgres", "of-the-superuser");
    static final Login OWNER = new Login("sendy_owner", "of-the-owner");
    static final Login RUNTIME = new Login("sendy_app", "of-the-runtime-role");

    private Logins() {}

    static EmbeddedServer.ServerSettings settings(Path directory) {
        return settings(directory, "");
    }

    static EmbeddedServer.ServerSettings settings(Path directory, String programs) {
        return new EmbeddedServer.ServerSettings(directory, false, programs, SUPERUSER, OWNER, RUNTIME);
    }
}
