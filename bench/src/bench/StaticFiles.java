package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.jar.JarFile;

/** Static files of many sizes beside Sendy's own, one of which is as large as any page of a shop. */
final class StaticFiles {

    static final int STEP = 512;
    private static final int LARGEST = 128 * 1_024;
    private static final String ROOM = "static/";

    private StaticFiles() {}

    /** A root for the class path: the first one is the only one whose {@code static} is looked at. */
    static Path beside(Path jar, Path directory) throws IOException {
        var root = Files.createDirectories(directory.resolve("files"));
        Files.createDirectories(root.resolve(ROOM));
        try (var own = new JarFile(jar.toFile())) {
            for (var entry : own.stream().toList()) {
                if (entry.getName().startsWith(ROOM) && !entry.isDirectory()) {
                    try (var content = own.getInputStream(entry)) {
                        Files.copy(content, root.resolve(entry.getName()));
                    }
                }
            }
        }
        var random = new Random(14);
        for (var size = STEP; size <= LARGEST; size += STEP) {
            // Of a type that is sent as it is: the page that it is held against is packed already.
            var bytes = new byte[size];
            random.nextBytes(bytes);
            Files.write(root.resolve(ROOM + name(size)), bytes);
        }
        return root;
    }

    /** The plain name of one that is at least so large. */
    static String name(int size) {
        return "bench-" + Math.ceilDiv(size, STEP) * STEP + ".woff2";
    }

    /** Its content, from which its address follows. */
    static byte[] content(Path root, int size) throws IOException {
        return Files.readAllBytes(root.resolve(ROOM + name(size)));
    }
}
