package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may change something on the management port. */
class ManagementTokenTest {

    @TempDir
    Path directory;

    @Test
    void one_that_is_made_stays_the_same() throws IOException {
        new ManagementToken("", directory);
        var kept = Files.readString(directory.resolve("management.token")).strip();

        assertThat(new ManagementToken(" ", directory).opens(kept)).isTrue();
        assertThat(new ManagementToken("", directory).opens("")).isFalse();
    }

    @Test
    void one_that_was_given_holds_alone() {
        var given = "0123456789abcdef0123456789abcdef";

        assertThat(new ManagementToken(given, directory).opens(given)).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void without_one_nothing_is_changed() {
        var none = new ManagementToken("", null);

        assertThat(none.opens("")).isFalse();
        assertThat(none.opens("null")).isFalse();
    }
}
