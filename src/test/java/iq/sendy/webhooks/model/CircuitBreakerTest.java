package iq.sendy.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static CircuitBreaker failing(int times, CircuitBreaker from, Instant at) {
        var circuitBreaker = from;
        for (var i = 0; i < times; i++) {
            circuitBreaker = circuitBreaker.after(false, at);
        }
        return circuitBreaker;
    }

    @Test
    void nine_failures_are_borne_and_the_tenth_opens_the_breaker() {
        assertThat(failing(9, CircuitBreaker.GOOD, NOW).probing()).isFalse();
        assertThat(failing(10, CircuitBreaker.GOOD, NOW).openFrom()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void it_stays_closed_while_enough_succeeds() {
        var circuitBreaker = CircuitBreaker.GOOD;
        for (var i = 0; i < 40; i++) {
            circuitBreaker = circuitBreaker.after(i % 3 == 0, NOW.plusSeconds(i));
        }

        assertThat(circuitBreaker.probing()).isFalse();
    }

    @Test
    void a_probe_that_fails_doubles_the_pause_up_to_a_quarter_of_an_hour() {
        var circuitBreaker = failing(10, CircuitBreaker.GOOD, NOW);
        var pauses = new Duration[7];
        for (var i = 0; i < pauses.length; i++) {
            var probe = Objects.requireNonNull(circuitBreaker.openFrom());
            circuitBreaker = circuitBreaker.after(false, probe);
            pauses[i] = Duration.between(probe, Objects.requireNonNull(circuitBreaker.openFrom()));
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
        var open = failing(10, CircuitBreaker.GOOD, NOW);

        assertThat(failing(4, open, NOW.plusSeconds(1))).isEqualTo(open);
    }

    @Test
    void one_success_closes_it() {
        var open = failing(12, CircuitBreaker.GOOD, NOW);

        assertThat(open.after(true, NOW.plusSeconds(31))).isEqualTo(CircuitBreaker.GOOD);
    }

    @Test
    void five_days_of_nothing_but_failures_are_hopeless_and_silence_is_not() {
        var failed = CircuitBreaker.GOOD.after(false, NOW);

        assertThat(failed.hopeless(NOW.plus(Duration.ofDays(5)).minusMillis(1))).isFalse();
        assertThat(failed.after(false, NOW.plus(Duration.ofDays(5))).hopeless(NOW.plus(Duration.ofDays(5))))
                .isTrue();
        assertThat(CircuitBreaker.GOOD.hopeless(NOW.plus(Duration.ofDays(50)))).isFalse();
    }

    @Test
    void the_owner_is_warned_after_one_day_and_after_three() {
        var failed = CircuitBreaker.GOOD.after(false, NOW);

        assertThat(failed.warnings(NOW.plus(Duration.ofHours(23)))).isEmpty();
        assertThat(failed.warnings(NOW.plus(Duration.ofHours(25)))).containsExactly("failing_for_24_hours");
        assertThat(failed.warnings(NOW.plus(Duration.ofHours(80))))
                .containsExactly("failing_for_24_hours", "failing_for_72_hours");
    }
}
