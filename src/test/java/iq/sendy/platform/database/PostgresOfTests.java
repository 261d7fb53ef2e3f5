package iq.sendy.platform.database;

import iq.sendy.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Which PostgreSQL the tests run on: the one that comes along, or with {@code -Dsendy.test.postgres=16.14.0} another. Maven
 * lays that one's programs under {@code target}.
 */
public final class PostgresOfTests {

    private static final String OTHER = System.getProperty("sendy.test.postgres", "");

    private PostgresOfTests() {}

    /** Whether it is another than the one that comes along; then it is an external one, wherever a test does not mind. */
    public static boolean isOther() {
        return !OTHER.isEmpty();
    }

    /** The directory of its programs. */
    public static Path bin() throws IOException {
        var home = DataDirectory.binaries();
        if (!isOther()) {
            return PostgresBinaries.unpacked(home);
        }
        try (var jar = new JarFile(Path.of("target", "postgres", OTHER + ".jar").toFile())) {
            var packed = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            return PostgresBinaries.unpacked(home, () -> jar.getInputStream(packed));
        }
    }
}
