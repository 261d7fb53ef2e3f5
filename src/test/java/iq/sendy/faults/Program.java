package iq.sendy.faults;

import iq.sendy.DataDirectory;
import iq.sendy.platform.database.PostgresOfTests;
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
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * The product as a program: its classes in a jar, since an archive of loaded classes holds for jars alone, and that archive,
 * written at the end of one start; the database that this start made is kept for others to begin with. The tests of faults
 * start Sendy some ten times, and a third of a start without an archive is the loading of classes. {@code bin/run} makes the
 * better cache of linked classes, which costs twice as much and pays after fifty starts.
 */
final class Program {

    private static final Path HOME = Path.of("target/faults-program").toAbsolutePath();
    private static final Path JAR = HOME.resolve("sendy.jar");
    private static final Path CACHE = HOME.resolve("sendy.jsa");
    /** A data directory that was begun by a first start, on the PostgreSQL that the tests run on. */
    private static final Path BEGUN = HOME.resolve("begun" + System.getProperty(PostgresOfTests.SETTING, ""));
    /** Tests run in more than one process, and one of them makes it for all. */
    private static final Path LOCK = Path.of("target/faults-program.lock").toAbsolutePath();

    /** What every directory has for itself: where its programs lie, a port, which two must not share, and its logs. */
    private static final Pattern OF_ITS_OWN = Pattern.compile("pgbin|postgres[.]port|start.*[.]log");

    /** Of the libraries of tests, those that Spring Boot would take up, and spend a part of each start with. */
    private static final Pattern OF_TESTS = Pattern.compile("spring-(boot-)?test.*|spring-modulith-core.*");

    /** Its archive is written at its end. */
    private static final Duration ENDING = Duration.ofMinutes(10);

    private Program() {}

    /** Java and what it is told; the class path is in the environment. */
    static List<String> command() {
        makeReady();
        return command(Files.exists(CACHE) ? "-XX:SharedArchiveFile=" + CACHE : "-Xshare:auto");
    }

    /** Fills a directory with what a first start leaves behind: a database with all migrations, and nobody's data. */
    static void begin(Path directory) throws IOException {
        makeReady();
        DataDirectory.copy(BEGUN, directory, OF_ITS_OWN);
    }

    private static synchronized void makeReady() {
        try (var channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (isStale()) {
                pack();
                train();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> command(String cache) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // One that lives for seconds is not worth the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // As large as they come to be in a start: growing there step by step is a collection at each.
                "-Xms192m",
                "-Xmn80m",
                "-XX:MetaspaceSize=192m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                // The JDK's own archive was made without that, and says so at each start.
                "-Xlog:cds=off",
                cache,
                "iq.sendy.SendyApplication");
    }

    /** Without what tests add: a movable clock has no business in a product that runs alone. */
    static String classPath() {
        var entries = new ArrayList<>(List.of(JAR.toString()));
        entries.addAll(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> !Files.isDirectory(entry)
                        && !OF_TESTS.matcher(entry.getFileName().toString()).matches())
                .map(Path::toString)
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
            if (!Files.exists(JAR) || !Files.exists(BEGUN)) {
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
                        // Each start reads a few thousand of its classes, besides those in the cache.
                        "--no-compress",
                        "--file",
                        JAR.toString(),
                        "-C",
                        classes().toString(),
                        ".");
        if (packed != 0) {
            throw new AssertionError("The classes could not be packed");
        }
    }

    private static void train() throws IOException {
        FileSystemUtils.deleteRecursively(BEGUN);
        try (var fleet = new Fleet()) {
            var directory = fleet.emptyDirectory();
            var trained = fleet.starts(directory, command("-XX:ArchiveClassesAtExit=" + CACHE), Map.of());
            trained.ready();
            trained.terminate();
            trained.ended(ENDING);
            Files.move(directory, BEGUN);
        }
    }
}
