package iq.sendy.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static Health failing(int times, Health from, Instant at) {
        var health = from;
        for (var i = 0; i < times; i++) {
            health = health.after(false, at);
        }
        return health;
    }

    @Test
    void nine_failures_are_borne_and_the_tenth_opens_the_breaker() {
        assertThat(failing(9, Health.GOOD, NOW).probing()).isFalse();
        assertThat(failing(10, Health.GOOD, NOW).openFrom()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void it_stays_closed_while_enough_succeeds() {
        var health = Health.GOOD;
        for (var i = 0; i < 40; i++) {
            health = health.after(i % 3 == 0, NOW.plusSeconds(i));
        }

        assertThat(health.probing()).isFalse();
    }

    @Test
    void a_probe_that_fails_doubles_the_pause_up_to_a_quarter_of_an_hour() {
        var health = failing(10, Health.GOOD, NOW);
        var pauses = new Duration[7];
        for (var i = 0; i < pauses.length; i++) {
            var probe = Objects.requireNonNull(health.openFrom());
            health = health.after(false, probe);
            pauses[i] = Duration.between(probe, Objects.requireNonNull(health.openFrom()));
        }

        assertThat(pauses)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(15));
    }

    @Test
    void what_was_under_way_when_it_opened_tells_nothing_new() {
        var open = failing(10, Health.GOOD, NOW);

        assertThat(failing(4, open, NOW.plusSeconds(1))).isEqualTo(open);
    }

    @Test
    void one_success_closes_it() {
        var open = failing(12, Health.GOOD, NOW);

        assertThat(open.after(true, NOW.plusSeconds(31))).isEqualTo(Health.GOOD);
    }

    @Test
    void five_days_of_nothing_but_failures_are_hopeless_and_silence_is_not() {
        var failed = Health.GOOD.after(false, NOW);

        assertThat(failed.hopeless(NOW.plus(Duration.ofDays(5)).minusMillis(1))).isFalse();
        assertThat(failed.after(false, NOW.plus(Duration.ofDays(5))).hopeless(NOW.plus(Duration.ofDays(5))))
                .isTrue();
        assertThat(Health.GOOD.hopeless(NOW.plus(Duration.ofDays(50)))).isFalse();
    }

    @Test
    void the_owner_is_warned_after_one_day_and_after_three() {
        var failed = Health.GOOD.after(false, NOW);

        assertThat(failed.warnings(NOW.plus(Duration.ofHours(23)))).isEmpty();
        assertThat(failed.warnings(NOW.plus(Duration.ofHours(25)))).containsExactly("failing_for_24_hours");
        assertThat(failed.warnings(NOW.plus(Duration.ofHours(80))))
                .containsExactly("failing_for_24_hours", "failing_for_72_hours");
    }
}
