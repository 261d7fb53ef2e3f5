package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.platform.compute.ComputePool;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Scenario
class PasswordHashingTest {

    @Autowired
    private ComputePool compute;

    /** Or its owner could be told from nobody by the time that an answer takes. */
    @Test
    void what_an_unknown_phone_is_compared_with_costs_as_much_as_a_hash() {
        var hashing = new PasswordHashing(compute);
        var hash = hashing.hash("narges-w-yasmin-7");
        var drawn = PasswordHashing.drawn();
        assertThat(cost(drawn)).isEqualTo(cost(hash));
        assertThat(drawn).hasSameSizeAs(hash).isNotEqualTo(PasswordHashing.drawn());
        assertThat(hashing.outdated(drawn)).isFalse();
        assertThat(hashing.matches("narges-w-yasmin-7", drawn)).isFalse();
    }

    /** The algorithm, its version and its parameters. */
    private static String cost(String hash) {
        return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
    }
}
