package iq.sendy.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    @Test
    void five_wrong_passwords_are_free_and_each_further_one_waits_twice_as_long_up_to_five_minutes() {
        var guesses = Guesses.NONE;
        for (var i = 0; i < 5; i++) {
            guesses = guesses.wrongPhone(NOW);
            assertThat(guesses.told()).isZero();
            assertThat(guesses.wait(NOW)).isZero();
        }
        for (var seconds : new int[] {15, 30, 60, 120, 240, 300, 300}) {
            guesses = guesses.wrongPhone(NOW);
            assertThat(guesses.told()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(guesses.wait(NOW)).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(guesses.wait(NOW.plusSeconds(300))).isZero();
    }

    @Test
    void what_is_older_than_a_quarter_of_an_hour_counts_no_more() {
        var guesses = Guesses.NONE;
        for (var i = 0; i < 5; i++) {
            guesses = guesses.wrongPhone(NOW);
        }
        assertThat(guesses.wrongPhone(NOW.plusSeconds(901)).told()).isZero();
    }

    @Test
    void a_network_is_told_from_the_sixth_on_but_its_right_passwords_get_through_until_the_hundredth() {
        var guesses = Guesses.NONE;
        for (var i = 0; i < 6; i++) {
            guesses = guesses.wrongNetwork(NOW);
        }
        assertThat(guesses.told()).isEqualTo(Duration.ofSeconds(15));
        assertThat(guesses.wait(NOW)).isZero();
        for (var i = 0; i < 95; i++) {
            guesses = guesses.wrongNetwork(NOW);
        }
        assertThat(guesses.wait(NOW)).isPositive();
    }
}
