package iq.sendy.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program and {@code bin/db} look for the embedded database in the same place. */
class DataHomeTest {

    private static final String ACCOUNT = System.getProperty("user.home");

    @TempDir
    Path directory = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            given | home | given
                  | home | home/.sendy
            given |      | given
            """)
    void both_look_in_the_same_place(@Nullable String given, @Nullable String home, String place) throws IOException {
        var givenPath = given == null ? "" : directory.resolve(given).toString();
        var homePath = home == null ? "" : directory.resolve(home).toString();
        var expected = Files.createDirectories(directory.resolve(place));
        Files.writeString(expected.resolve("postgres.service"), "");
        Files.writeString(expected.resolve("postgres.port"), "5");

        assertThat(DataHome.of(givenPath, homePath, ACCOUNT)).isEqualTo(expected);
        assertThat(askedOf(givenPath, homePath)).contains("jdbc:postgresql://127.0.0.1:5/sendy");
    }

    @Test
    void without_a_home_it_is_the_accounts_own() throws IOException {
        assertThat(DataHome.of("", "", ACCOUNT)).isEqualTo(Path.of(ACCOUNT, ".sendy"));
        assertThat(askedOf("", "")).containsAnyOf("There is no embedded database in " + ACCOUNT + "/.sendy,", "jdbc:");
    }

    /** What {@code bin/db} says. */
    private static String askedOf(String given, String home) throws IOException {
        var builder = new ProcessBuilder(Path.of("bin", "db").toAbsolutePath().toString(), "--url");
        builder.redirectErrorStream(true).environment().keySet().removeIf(name -> name.startsWith("SENDY_"));
        builder.environment().put("SENDY_DATA_DIR", given);
        builder.environment().put("HOME", home);
        var process = builder.start();
        try (var said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
