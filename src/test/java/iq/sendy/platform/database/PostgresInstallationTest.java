package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.platform.settings.PrivateFiles;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code SENDY_POSTGRES_BIN} may name. */
class PostgresInstallationTest {

    @TempDir
    Path bin = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18})
    void maintained_versions_are_taken(int version) throws IOException {
        programs(version + ".4 (Debian " + version + ".4-1.pgdg13+1)");

        assertThat(given().version()).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 15, 19})
    void others_are_not(int version) throws IOException {
        programs(version + ".1");

        refused("it is version " + version);
    }

    @Test
    void all_the_programs_must_be_there() throws IOException {
        programs("18.1");
        Files.delete(bin.resolve("initdb"));

        refused("it has no program initdb");
    }

    @Test
    void nobody_else_may_change_them() throws IOException {
        programs("18.1");
        Files.setPosixFilePermissions(bin.resolve("postgres"), PosixFilePermissions.fromString("rwxrwxr-x"));

        refused("others than root and Sendy's account may change its postgres");
    }

    @Test
    void nobody_else_may_put_others_there() throws IOException {
        programs("18.1");
        Files.setPosixFilePermissions(bin, PosixFilePermissions.fromString("rwxrwxrwx"));

        refused("others than root and Sendy's account may write there");
    }

    private void programs(String version) throws IOException {
        for (var name : new String[] {"postgres", "initdb", "pg_ctl"}) {
            var program = Files.writeString(
                    bin.resolve(name), "#!/bin/sh\necho '" + name + " (PostgreSQL) " + version + "'\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private PostgresInstallation given() throws IOException {
        return PostgresInstallation.given(bin.toString(), PrivateFiles.account(bin));
    }

    private void refused(String why) {
        assertThatThrownBy(this::given)
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("SENDY_POSTGRES_BIN must be the directory")
                .hasMessageEndingWith(why);
    }
}
