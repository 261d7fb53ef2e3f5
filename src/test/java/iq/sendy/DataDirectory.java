package iq.sendy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Data directories of tests, under {@code target}. They share what they unpack of PostgreSQL, which takes seconds. */
public final class DataDirectory {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private DataDirectory() {}

    /** A new one, which nobody else uses. */
    public static Path fresh(String parent) {
        try {
            var shared = binaries();
            var directory = Files.createTempDirectory(Files.createDirectories(TARGET.resolve(parent)), "run");
            Files.createSymbolicLink(directory.resolve("pgbin"), shared);
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where all of them find what was unpacked. */
    public static synchronized Path binaries() throws IOException {
        var shared = Files.createDirectories(TARGET.resolve("pgbin"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx------"));
        return shared;
    }
}
