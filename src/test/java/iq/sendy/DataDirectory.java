package iq.sendy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

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

    /** Copies what is in a directory, but for what the pattern names. No server may run there. */
    public static void copy(Path directory, Path to, Pattern without) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (!from.equals(directory)) {
                    copy(from);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                if (!without.matcher(directory.relativize(from).toString()).matches()) {
                    copy(from);
                }
                return FileVisitResult.CONTINUE;
            }

            private void copy(Path from) throws IOException {
                Files.copy(
                        from,
                        to.resolve(directory.relativize(from).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        });
    }

    /** Where all of them find what was unpacked. */
    public static synchronized Path binaries() throws IOException {
        var shared = Files.createDirectories(TARGET.resolve("pgbin"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx------"));
        return shared;
    }
}
