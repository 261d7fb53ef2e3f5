package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Another account of the machine, beside an embedded database in a directory that an administrator made for all to read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerTest {

    private static final String SIGN_IN_BY_PASSWORD = "0a";

    private Path directory = Path.of("");
    private EmbeddedServer server;

    @BeforeAll
    void start() throws Exception {
        Stranger.isNeeded();
        directory = Files.createTempDirectory("sendy-stranger");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(directory.resolve("secret.key"), "open");
        // As the library that unpacked it before left it, and what a stranger may have put there.
        var pgbin = Files.createDirectory(directory.resolve("pgbin"));
        Files.setPosixFilePermissions(pgbin, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(Stranger.tries("touch " + pgbin.resolve("planted")).exit()).isZero();
        server = EmbeddedServer.start(Logins.settings(directory));
    }

    @AfterAll
    void end() throws IOException {
        if (server != null) {
            server.close();
        }
        FileSystemUtils.deleteRecursively(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls DIR",
                "cat DIR/secret.key",
                "cat DIR/postgres.port",
                "cat DIR/postgres.service",
                "cat DIR/pgdata/PG_VERSION",
                "ls DIR/pgbin",
                "touch DIR/pgbin/planted",
                "mv DIR/pgbin DIR/away",
                "test -e DIR/.s.PGSQL.PORT",
            })
    void nothing_of_the_directory_is_read_or_written(String command) throws Exception {
        var tried = Stranger.tries(command.replace("DIR", directory.toString()).replace("PORT", port()));

        assertThat(tried.exit()).as(tried.said()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendy_app", "sendy_owner"})
    void a_role_is_asked_for_its_password(String role) throws Exception {
        var answer = Stranger.knocks(Integer.parseInt(port()), role, "sendy");

        assertThat(answer).startsWith("52 ").endsWith(SIGN_IN_BY_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres sendy", "postgres postgres", "sendy_app postgres", "nobody sendy"})
    void everybody_else_is_sent_away(String who) throws Exception {
        var words = who.split(" ", 2);

        // The E of an error.
        assertThat(Stranger.knocks(Integer.parseInt(port()), words[0], words[1]))
                .startsWith("45 ");
    }

    @Test
    void what_a_stranger_left_among_the_programs_is_gone() {
        assertThat(directory.resolve("pgbin/planted")).doesNotExist();
    }

    private String port() throws IOException {
        return Files.readString(directory.resolve("postgres.port"));
    }
}
