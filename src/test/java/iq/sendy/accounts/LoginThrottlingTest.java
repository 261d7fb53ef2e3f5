package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.accounts.LoginThrottling.PasswordAttempt;
import iq.sendy.accounts.store.FamiliarNetworkStore;
import iq.sendy.accounts.store.GuessStore;
import iq.sendy.platform.secrets.Digests;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whole networks, which the suite does not count elsewhere since it comes from one. */
@Scenario
class LoginThrottlingTest {

    private static final String CARRIER = "192.0.2.200";

    @Autowired
    GuessStore guesses;

    @Autowired
    FamiliarNetworkStore networks;

    @Autowired
    Digests digests;

    @Autowired
    MovableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private GuessCounts counts;
    private TransactionTemplate step;

    @BeforeEach
    void count() {
        clock.stop();
        counts = new GuessCounts(guesses, networks, digests, clock, true);
        step = new TransactionTemplate(transactions);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private PasswordAttempt tries(String phone, String ip) {
        return Objects.requireNonNull(step.execute(_ -> counts.attempt(phone, ip)));
    }

    private Duration fails(String phone, String ip) {
        var attempt = tries(phone, ip);
        return attempt.refused() ? attempt.delay() : Objects.requireNonNull(step.execute(_ -> counts.failed(attempt)));
    }

    @Test
    void a_hundred_guesses_at_many_phones_close_no_carriers_address() {
        var known = Shop.newPhone();
        step.executeWithoutResult(_ -> counts.remember(known, CARRIER));
        for (var i = 0; i < 150; i++) {
            fails("phone " + known + i, CARRIER);
        }

        assertThat(tries(known, CARRIER).refused()).as("known there").isFalse();
        var stranger = Shop.newPhone();
        var first = tries(stranger, CARRIER);
        assertThat(first.refused()).as("there for the first time").isFalse();
        step.executeWithoutResult(_ -> counts.withdraw(first));

        assertThat(fails(stranger, CARRIER)).as("but a failure is told to wait").isPositive();
        assertThat(fails(stranger, CARRIER)).isPositive();
        assertThat(tries(stranger, CARRIER).refused())
                .as("and the third does wait")
                .isTrue();
        assertThat(tries(stranger, "198.51.100.200").refused())
                .as("there alone")
                .isFalse();
    }

    @Test
    void a_network_is_told_from_its_sixth_failure() {
        for (var i = 0; i < 5; i++) {
            assertThat(fails(Shop.newPhone(), "192.0.2.201")).isZero();
        }

        assertThat(fails(Shop.newPhone(), "192.0.2.201")).isEqualTo(Duration.ofSeconds(15));
    }
}
