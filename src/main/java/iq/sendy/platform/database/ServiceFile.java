package iq.sendy.platform.database;

import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The connection service file of PostgreSQL's own clients, with which our account opens the embedded database as superuser:
 * {@code PGSERVICEFILE=.../postgres.service psql service=sendy}. It is no more secret than the master key beside it.
 */
final class ServiceFile {

    private static final String NAME = "postgres.service";

    private ServiceFile() {}

    static void write(Path directory, ServerAddress address, Login superuser) throws IOException {
        PrivateFiles.write(directory.resolve(NAME), """
                [sendy]
                host=%s
                port=%s
                dbname=sendy
                user=%s
                %s
                """.formatted(
                        address.socketDirectory(), address.port(), superuser.user(), password(superuser.password())));
    }

    /** Whether an earlier start gave that password to the superuser and was let in with it. */
    static boolean names(Path directory, String password) throws IOException {
        var file = directory.resolve(NAME);
        return Files.exists(file) && Files.readAllLines(file).contains(password(password));
    }

    private static String password(String password) {
        return "password=" + password;
    }
}
