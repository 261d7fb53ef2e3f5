package iq.sendy.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.AwkwardText;
import iq.sendy.kernel.Phone;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

    private final PasswordPolicy passwordPolicy = new PasswordPolicy(Set.of("password"));

    @Test
    void one_that_is_far_too_long_is_weak_and_costs_nothing() {
        for (var awkward : AwkwardText.ALL) {
            awkward.texts(AwkwardText.MUCH).forEach(typed -> {
                assertThat(passwordPolicy.weak(typed, new Phone("9647701234567")))
                        .isTrue();
                assertThat(AwkwardText.more(PasswordPolicy::composed, typed))
                        .as(awkward.name())
                        .isLessThan(AwkwardText.MOST_NANOS);
            });
        }
    }

    @Test
    void the_longest_that_is_composed_costs_little_too() {
        assertThat(AwkwardText.more(PasswordPolicy::composed, "a" + "\u0316\u0301".repeat(511)))
                .isLessThan(AwkwardText.MOST_NANOS);
    }

    @Test
    void up_to_128_characters_in_any_spelling_count() {
        assertThat(passwordPolicy.weak("narges-w-yasmin-7", null)).isFalse();
        assertThat(passwordPolicy.weak("\uD83D\uDE00\u2764b".repeat(42), null)).isFalse();
        assertThat(passwordPolicy.weak("e\u0301x!7".repeat(32), null)).isFalse();
        assertThat(passwordPolicy.weak("e\u0301x!7".repeat(33), null)).isTrue();
    }
}
