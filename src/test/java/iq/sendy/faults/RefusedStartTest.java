package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong setting stops the start of a whole process with one clear line, and its exit code says so: at each of the three places
 * at which a start is refused. Which lines there are is asked of starts within the tests' own process, which cost a tenth of
 * a second: {@code SettingsTest} and {@code TroublesTest}. The wrong starts run beside each other.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedStartTest {

    private static final Duration QUICKLY = Duration.ofMinutes(4);

    private final Fleet fleet = new Fleet();
    private final Map<String, SendyProcess> refused = new LinkedHashMap<>();

    @BeforeAll
    void start_all_of_them() throws IOException, SQLException {
        var right = fleet.database().settings();
        // Before anything is opened.
        refused("three at once", wrongThreeTimes(right));
        // By an external database, which it has reached.
        refused("superuser serves", with(right, "SENDY_DATABASE_RUNTIME_USER", "postgres"));
        // By the embedded one.
        var directory = fleet.emptyDirectory();
        try (var channel = FileChannel.open(
                        directory.resolve("sendy.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            refused.put("directory in use", fleet.starts(directory));
            assertThat(lock.isValid()).isTrue();
            refused.values().forEach(process -> process.ended(QUICKLY));
        }
    }

    private void refused(String why, Map<String, String> settings) {
        refused.put(why, fleet.starts(fleet.emptyDirectory(), settings));
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            three at once    | SENDY_DATABASE_URL must be a JDBC URL like jdbc:postgresql://host:5432/database
            superuser serves | may be no superuser
            three at once    | SENDY_SECRET_KEY must be at least 32 characters long
            three at once    | SENDY_EGRESS_ALLOW must be networks like 127.0.0.1/32, separated by commas, not 127.0.0.1/33
            directory in use | Another Sendy is using the data directory
            """)
    void one_line_says_why_and_the_exit_code_too(String why, String line) {
        var process = Objects.requireNonNull(refused.get(why));

        assertThat(process.ended(QUICKLY)).isNotZero();
        assertThat(process.log().lines().filter(logged -> logged.contains("level=ERROR")))
                .singleElement()
                .asString()
                .contains(line);
        assertThat(process.log()).doesNotContain("\tat ", "Exception encountered", "APPLICATION FAILED");
    }

    /** All that is wrong stands in one line. */
    private static Map<String, String> wrongThreeTimes(Map<String, String> settings) {
        var noUrl = with(settings, "SENDY_DATABASE_URL", "postgres://127.0.0.1/shops");
        return with(with(noUrl, "SENDY_SECRET_KEY", "too short"), "SENDY_EGRESS_ALLOW", "127.0.0.1/33");
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }
}
