package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is too old is sent away before anything is asked of it. */
class OldServerTest {

    private static final Login NOBODY = new Login("nobody", "nothing");

    @ParameterizedTest
    @ValueSource(strings = {"15.18 (Debian 15.18-0+deb12u1)", "14.0", "9.6.24"})
    void it_is_refused_with_its_version(String version) throws IOException {
        try (var old = new OldPostgres(version)) {
            assertThatThrownBy(() -> DatabaseRoles.makeRuntime(old.url(), NOBODY, NOBODY))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("SENDY_DATABASE_URL leads to PostgreSQL " + version + "; Sendy needs 16 or newer");
        }
    }
}
