package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.accounts.store.FamiliarNetworkStore;
import iq.sendy.accounts.store.GuessStore;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.accounts.LoginThrottling.PasswordAttempt;
import java.time.Duration;
import java.util.Objects;
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
        counts = new GuessCounts(guesses, networks, digests, clock, true);
        step = new TransactionTemplate(transactions);
    }

    private PasswordAttempt tries(String phone, String ip) {
        return Objects.requireNonNull(step.execute(_ -> counts.take(phone, ip)));
    }

    private Duration fails(String phone, String ip) {
        var passwordAttempt = tries(phone, ip);
        return passwordAttempt.refused() ? passwordAttempt.delay() : Objects.requireNonNull(step.execute(_ -> counts.wrong(passwordAttempt)));
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
        step.executeWithoutResult(_ -> counts.giveBack(first));

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
