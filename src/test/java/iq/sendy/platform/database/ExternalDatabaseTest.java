package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Scenario;
import iq.sendy.platform.database.PostgresAccess.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A database of somebody's own that cannot be used: the line names the setting and the cause. */
@Scenario
class ExternalDatabaseTest {

    private static final Login NOBODY = new Login("nobody", "nothing");

    @Autowired
    PostgresAccess access;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://127.0.0.1:1/shops              | Connection refused
            jdbc:postgresql://nobody-is-called-that.invalid/ | UnknownHostException
            """)
    void where_nobody_answers_the_address_is_to_blame(String url, String cause) {
        assertThatThrownBy(() -> Roles.makeRuntime(url, NOBODY, NOBODY))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("SENDY_DATABASE_URL leads to no PostgreSQL that answers: ")
                .hasMessageContaining(cause);
    }

    @Test
    void where_the_password_is_wrong_the_account_is_to_blame() {
        var stranger = new Login(access.owner().user(), "wrong");

        assertThatThrownBy(() -> Roles.makeRuntime(access.url(), stranger, NOBODY))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "SENDY_DATABASE_USER or SENDY_DATABASE_PASSWORD is not taken by the database: ");
    }

    @Test
    void an_older_server_is_refused_with_its_version() {
        assertThatThrownBy(() -> Roles.refuseOld(15, "15.18"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("SENDY_DATABASE_URL leads to PostgreSQL 15.18; Sendy needs 16 or newer");
        assertThatCode(() -> Roles.refuseOld(16, "16.0")).doesNotThrowAnyException();
    }
}
