package iq.sendy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data directories of tests, under {@code target}. They share what they unpack of PostgreSQL, which takes seconds. */
public final class DataDirectory {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private DataDirectory() {}

    /** A new one, which nobody else uses. */
    public static Path fresh(String parent) {
        try {
            var shared = Files.createDirectories(TARGET.resolve("pgbin"));
            var directory = Files.createTempDirectory(Files.createDirectories(TARGET.resolve(parent)), "run");
            Files.createSymbolicLink(directory.resolve("pgbin"), shared);
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
