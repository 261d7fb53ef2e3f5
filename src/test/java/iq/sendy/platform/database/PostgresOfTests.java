package iq.sendy.platform.database;

import iq.sendy.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Which PostgreSQL the tests run on: the one that comes along, or with {@code -Dsendy.test.postgres=16.14.0} another. Maven
 * lays that one's programs under {@code target}.
 */
public final class PostgresOfTests {

    /** Names the version of another one. */
    public static final String SETTING = "sendy.test.postgres";

    /** Names the oldest version. */
    public static final String OLDEST = "sendy.test.oldest";

    private static final String OTHER = System.getProperty(SETTING, "");

    private PostgresOfTests() {}

    /** Whether it is another than the one that comes along; then it is an external one, wherever a test does not mind. */
    public static boolean isOther() {
        return !OTHER.isEmpty();
    }

    /** Whether the oldest is there to be run. */
    public static boolean hasOldest() {
        return Files.exists(packed(System.getProperty(OLDEST, "none")));
    }

    private static Path packed(String version) {
        return Path.of("target", "postgres", version + ".jar");
    }

    /** The directory of its programs. */
    public static Path bin() throws IOException {
        return bin(OTHER);
    }

    /**
     * The directory of the programs of a version.
     *
     * @param version of another one; empty for the one that comes along
     */
    public static Path bin(String version) throws IOException {
        var home = DataDirectory.binaries();
        if (version.isEmpty()) {
            return PostgresBinaries.unpacked(home);
        }
        try (var jar = new JarFile(packed(version).toFile())) {
            var packed = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            return PostgresBinaries.unpacked(home, () -> jar.getInputStream(packed));
        }
    }
}
