package iq.sendy.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/**
 * The product as a program: its classes in a jar, since a cache of loaded and linked classes holds for jars alone, and
 * that cache, trained by one start as {@code bin/run} does it. The tests of faults start Sendy some thirty times, and most
 * of a start is the loading of classes.
 */
final class Program {

    private static final Path HOME = Path.of("target/faults-program").toAbsolutePath();
    private static final Path JAR = HOME.resolve("sendy.jar");
    private static final Path CACHE = HOME.resolve("sendy.aot");
    /** Tests run in more than one process, and one of them makes it for all. */
    private static final Path LOCK = Path.of("target/faults-program.lock").toAbsolutePath();

    private static final Duration ENDING = Duration.ofMinutes(2);

    private Program() {}

    /** Java and what it is told; the class path is in the environment. */
    static synchronized List<String> command() {
        try (var channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (isStale()) {
                pack();
                train();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return command(Files.exists(CACHE) ? "-XX:AOTCache=" + CACHE : "-XX:AOTMode=off");
    }

    private static List<String> command(String cache) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // One that lives for seconds is not worth the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                cache,
                "iq.sendy.SendyApplication");
    }

    /** Without what tests add: a movable clock has no business in a product that runs alone. */
    static String classPath() {
        var entries = new ArrayList<>(List.of(JAR.toString()));
        entries.addAll(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Files.isDirectory(Path.of(entry)))
                .toList());
        return String.join(File.pathSeparator, entries);
    }

    private static Path classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> Files.exists(entry.resolve("iq/sendy/SendyApplication.class")))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isStale() {
        try (var files = Files.walk(classes())) {
            if (!Files.exists(JAR)) {
                return true;
            }
            var made = Files.getLastModifiedTime(JAR).toMillis();
            return files.anyMatch(file -> file.toFile().lastModified() > made);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void pack() {
        try {
            Files.createDirectories(HOME);
            Files.deleteIfExists(CACHE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var packed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--file",
                        JAR.toString(),
                        "-C",
                        classes().toString(),
                        ".");
        if (packed != 0) {
            throw new AssertionError("The classes could not be packed");
        }
    }

    private static void train() {
        try (var fleet = new Fleet()) {
            var trained = fleet.starts(fleet.directory(), command("-XX:AOTCacheOutput=" + CACHE), Map.of());
            trained.ready();
            trained.terminate();
            trained.ended(ENDING);
        }
    }
}
