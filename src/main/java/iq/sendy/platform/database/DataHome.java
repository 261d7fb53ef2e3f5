package iq.sendy.platform.database;

import java.nio.file.Path;

/** Where data lives: in {@code SENDY_DATA_DIR}, or in {@code ~/.sendy} as a shell reads that, and {@code bin/db} with it. */
final class DataHome {

    private DataHome() {}

    /**
     * The data directory. The JVM asks the list of accounts for a home and not {@code HOME}, as shells and {@code bin/db} do.
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
