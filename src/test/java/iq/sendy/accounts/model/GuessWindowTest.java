package iq.sendy.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessWindowTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    private static GuessWindow tried(GuessWindow before, Instant now) {
        return before.tried(now, GuessWindow.NONE, GuessWindow.NONE);
    }

    private static GuessWindow failures(int count, Instant now) {
        var guessWindow = GuessWindow.NONE;
        for (var i = 0; i < count; i++) {
            guessWindow = guessWindow.failed(now);
        }
        return guessWindow;
    }

    @Test
    void five_wrong_passwords_are_free_and_each_further_one_waits_twice_as_long_up_to_five_minutes() {
        var guessWindow = GuessWindow.NONE;
        for (var i = 0; i < 5; i++) {
            guessWindow = tried(guessWindow, NOW);
            assertThat(guessWindow.told()).isZero();
            assertThat(guessWindow.wait(NOW)).isZero();
        }
        for (var seconds : new int[] {15, 30, 60, 120, 240, 300, 300}) {
            guessWindow = tried(guessWindow, NOW);
            assertThat(guessWindow.told()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(guessWindow.wait(NOW)).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(guessWindow.wait(NOW.plusSeconds(300))).isZero();
    }

    @Test
    void what_is_older_than_a_quarter_of_an_hour_counts_no_more() {
        var guessWindow = GuessWindow.NONE;
        for (var i = 0; i < 5; i++) {
            guessWindow = tried(guessWindow, NOW);
        }
        assertThat(tried(guessWindow, NOW.plusSeconds(901)).told()).isZero();
    }

    @Test
    void a_right_one_is_taken_out_with_the_wait_that_it_began() {
        var guessWindow = GuessWindow.NONE;
        for (var i = 0; i < 6; i++) {
            guessWindow = tried(guessWindow, NOW.plusMillis(i));
        }
        var last = guessWindow.at().getLast();

        assertThat(guessWindow.without(last).wait(NOW)).isZero();
        assertThat(guessWindow.without(last).at()).hasSize(5);
        assertThat(guessWindow.without(NOW).wait(NOW.plusMillis(6)))
                .as("somebody guessed since")
                .isPositive();
        assertThat(guessWindow.without(NOW.minusSeconds(1))).isEqualTo(guessWindow);
    }

    @Test
    void a_network_is_told_from_the_sixth_on_and_never_waits() {
        assertThat(failures(5, NOW).told()).isZero();
        assertThat(failures(6, NOW).told()).isEqualTo(Duration.ofSeconds(15));
        assertThat(failures(150, NOW).wait(NOW)).isZero();
    }

    @Test
    void in_a_network_of_a_hundred_failures_the_second_try_at_a_phone_is_as_the_sixth() {
        var busy = failures(101, NOW);

        var first = GuessWindow.NONE.tried(NOW, busy, GuessWindow.NONE);
        var second = first.tried(NOW, busy, GuessWindow.NONE);

        assertThat(first.wait(NOW)).isZero();
        assertThat(second.wait(NOW)).isEqualTo(Duration.ofSeconds(15));
        assertThat(first.tried(NOW, failures(100, NOW), GuessWindow.NONE).wait(NOW))
                .isZero();
        assertThat(first.tried(NOW.plusSeconds(901), busy, GuessWindow.NONE).wait(NOW.plusSeconds(901)))
                .as("a quarter of an hour later it is a network like any other")
                .isZero();
    }

    /** As many addresses as there are, each of which guesses once: this is all that they get together. */
    @Test
    void guesses_from_everywhere_are_thirty_one_at_once_and_at_most_a_hundred_and_sixty_in_an_hour() {
        var guessWindow = GuessWindow.NONE;
        var judged = 0;
        var atOnce = 0;
        for (var second = 0; second < 6 * 3_600; second++) {
            var now = NOW.plusSeconds(second);
            for (var i = 0; i < 100 && guessWindow.wait(now).isZero(); i++) {
                guessWindow = guessWindow.paced(now);
                judged++;
            }
            if (second == 0) {
                atOnce = judged;
            }
            if (second == 3_599) {
                assertThat(judged).isLessThanOrEqualTo(160);
            }
        }
        assertThat(atOnce).isEqualTo(31);
        assertThat(judged).isLessThanOrEqualTo(6 * 124 + 31);
    }

    @Test
    void one_network_alone_never_slows_the_phone_elsewhere() {
        var pair = GuessWindow.NONE;
        var everywhere = GuessWindow.NONE;
        for (var second = 0; second < 6 * 3_600; second++) {
            var now = NOW.plusSeconds(second);
            while (pair.wait(now).isZero() && everywhere.wait(now).isZero()) {
                pair = pair.tried(now, GuessWindow.NONE, everywhere);
                everywhere = everywhere.paced(now);
            }
            assertThat(everywhere.wait(now)).isZero();
        }
    }
}
