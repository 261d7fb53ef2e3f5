package iq.sendy.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import jakarta.annotation.Nonnull;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What openapi-generator makes of the document as it stands compiles, and walks through a first day. */
@Scenario
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedClientsTest {

    private static final Path GENERATORS = Path.of("target/generators").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, Map<String, Object>> CLIENTS = Map.of(
            "java",
            Map.of(
                    "library", "native",
                    "useJakartaEe", "true",
                    "invokerPackage", "client",
                    "apiPackage", "client.api",
                    "modelPackage", "client.model"),
            "typescript-fetch",
            Map.of(),
            "python",
            Map.of(),
            "go",
            Map.of("enumClassPrefix", true));

    /** Half of all files, which nobody reads here; but what is Python of them is read. */
    private static final Map<String, String> WITHOUT_DOCUMENTS = Map.of("apiDocs", "false", "modelDocs", "false");

    private static final Map<String, String> WITHOUT_TESTS =
            Map.of("apiDocs", "false", "modelDocs", "false", "apiTests", "false", "modelTests", "false");

    @TempDir
    static Path directory;

    @Autowired
    Api api;

    /** All of them in one process, which reads the document once it is warm, in a heap that rarely asks to be swept. */
    @BeforeAll
    void generate() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(jar("openapi-generator-cli")), "the generators come with Maven's life cycle alone");
        Files.write(directory.resolve("openapi.json"), api.get("/openapi.json").bytes());
        var command = new ArrayList<>(java(
                "-Xmx768m",
                "-Xms768m",
                "-Xmn400m",
                "-jar",
                jar("openapi-generator-cli").toString()));
        command.addAll(List.of("batch", "--threads", "2"));
        CLIENTS.forEach((generator, properties) -> {
            var config = directory.resolve(generator + ".json");
            write(
                    config,
                    JSON.writeValueAsString(Map.of(
                            "generatorName",
                            generator,
                            "inputSpec",
                            directory.resolve("openapi.json").toString(),
                            "outputDir",
                            directory.resolve(generator).toString(),
                            "additionalProperties",
                            properties,
                            "globalProperties",
                            generator.equals("python") ? WITHOUT_DOCUMENTS : WITHOUT_TESTS)));
            command.add(config.toString());
        });
        run(command);
    }

    private static Path jar(String name) {
        return GENERATORS.resolve(name + ".jar");
    }

    @Test
    void a_client_in_java_compiles_and_walks() throws IOException {
        copy("Walk.java.txt", directory.resolve("Walk.java"));
        var sources = new ArrayList<>(files(directory.resolve("java/src/main/java"), ".java"));
        assertThat(sources).hasSizeGreaterThan(100);
        sources.add(directory.resolve("Walk.java").toString());
        write(directory.resolve("sources"), String.join("\n", sources));
        var path = Stream.of("openapi-generator-cli", "jackson-databind-nullable", "httpmime", "httpcore")
                .map(GeneratedClientsTest::jar)
                .map(Path::toString)
                .reduce(
                        directory.resolve("classes") + File.pathSeparator + location(Nonnull.class),
                        (all, one) -> all + File.pathSeparator + one);
        run(List.of(
                tool("javac"),
                "-J-XX:TieredStopAtLevel=1",
                "-nowarn",
                "-g:none",
                "-proc:none",
                "-d",
                "classes",
                "-cp",
                path,
                "@sources"));
        assertThat(run(java("-cp", path, "Walk", api.base(), Shop.newPhone()))).endsWith("walked");
    }

    @Test
    void a_client_in_typescript_compiles_strictly_and_walks() throws IOException {
        var node = program("node");
        Assumptions.assumeTrue(node != null, "no node on the PATH");
        copy("walk.ts.txt", directory.resolve("walk.ts"));
        Files.move(directory.resolve("typescript-fetch"), directory.resolve("src"));
        unpack(jar("typescript"), "META-INF/resources/webjars/typescript/", directory.resolve("typescript"));
        run(List.of(
                Objects.requireNonNull(node),
                compiler().toString(),
                "--strict",
                // What the language itself brings was checked by those who made it.
                "--skipLibCheck",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom,dom.iterable",
                "--module",
                "commonjs",
                "--outDir",
                "out",
                "walk.ts"));
        assertThat(run(List.of(node, "out/walk.js", api.base(), Shop.newPhone())))
                .endsWith("walked");
    }

    private Path compiler() throws IOException {
        try (var all = Files.walk(directory.resolve("typescript"))) {
            return all.filter(file -> file.endsWith("lib/tsc.js")).findFirst().orElseThrow();
        }
    }

    @Test
    void clients_in_python_and_go_are_generated_and_python_can_be_read() throws IOException {
        assertThat(files(directory.resolve("go"), ".go")).hasSizeGreaterThan(100);
        assertThat(files(directory.resolve("python"), ".py")).hasSizeGreaterThan(100);
        var python = program("python3");
        Assumptions.assumeTrue(python != null, "no python3 on the PATH");
        run(List.of(Objects.requireNonNull(python), "-m", "compileall", "-q", "python"));
    }

    private static void copy(String resource, Path to) throws IOException {
        try (var from = GeneratedClientsTest.class.getResourceAsStream("/clients/" + resource)) {
            Files.copy(Objects.requireNonNull(from), to);
        }
    }

    private static void unpack(Path jar, String prefix, Path to) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream()
                    .filter(one -> !one.isDirectory() && one.getName().startsWith(prefix))
                    .toList()) {
                var file = to.resolve(entry.getName().substring(prefix.length()));
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }

    private static List<String> files(Path under, String ending) throws IOException {
        try (var all = Files.walk(under)) {
            return all.map(Path::toString).filter(file -> file.endsWith(ending)).toList();
        }
    }

    private static String run(List<String> command) {
        try {
            var output = Files.createTempFile(directory, "output", ".txt");
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(process.waitFor(5, TimeUnit.MINUTES))
                        .as(command + " ends")
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
            var said = Files.readString(output).strip();
            assertThat(process.exitValue())
                    .as(command.subList(0, 2) + ": " + said.substring(Math.max(0, said.length() - 6_000)))
                    .isZero();
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One that lives for seconds is not worth the second compiler. */
    private static List<String> java(String... arguments) {
        return Stream.concat(
                        Stream.of(tool("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Stream.of(arguments))
                .toList();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }
}
