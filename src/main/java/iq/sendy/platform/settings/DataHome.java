package iq.sendy.platform.settings;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The data directory: {@code SENDY_DATA_DIR}, or {@code ~/.sendy} as a shell reads that, and {@code bin/db} with it. The
 * embedded database and generated keys live there.
 */
@Component
public class DataHome {

    private final Path directory;

    DataHome(
            @Value("${sendy.data.dir:}") String given,
            @Value("${HOME:}") String home,
            @Value("${user.home}") String account) {
        this.directory = of(given, home, account);
    }

    /** Where it is, whether it was made already or not. */
    public Path directory() {
        return directory;
    }

    /** The same, after every other account of the machine was shut out of it. */
    public Path privateDirectory() {
        PrivateFiles.keep(directory);
        return directory;
    }

    /**
     * The JVM asks the list of accounts for a home and not {@code HOME}, as shells and {@code bin/db} do.
     *
     * @param given what {@code SENDY_DATA_DIR} says; nothing is as good as unset
     * @param home what {@code HOME} says
     * @param account the home that the list of accounts says, for a start without {@code HOME}
     */
    static Path of(String given, String home, String account) {
        if (!given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        return Path.of(home.isBlank() ? account : home, ".sendy").toAbsolutePath();
    }
}
