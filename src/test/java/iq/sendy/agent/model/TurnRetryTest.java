package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Attempts are further and further apart, and there are six of them. */
class TurnRetryTest {

    @Test
    void the_gap_doubles_from_five_seconds_and_the_sixth_attempt_is_the_last() {
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(attempts ->
                                TurnRetry.after(attempts, null, 0).orElseThrow().toSeconds()))
                .containsExactly(5L, 10L, 20L, 40L, 80L);
        assertThat(TurnRetry.after(6, null, 0)).isEmpty();
    }

    @Test
    void it_is_drawn_with_a_fifth_to_either_side() {
        assertThat(TurnRetry.after(1, null, -1)).contains(Duration.ofSeconds(4));
        assertThat(TurnRetry.after(1, null, 1)).contains(Duration.ofSeconds(6));
    }

    @Test
    void what_a_provider_asks_for_is_the_least_and_a_quarter_of_an_hour_the_most() {
        assertThat(TurnRetry.after(1, Duration.ofSeconds(90), 0)).contains(Duration.ofSeconds(90));
        assertThat(TurnRetry.after(1, Duration.ofSeconds(1), 0)).contains(Duration.ofSeconds(5));
        assertThat(TurnRetry.after(1, Duration.ofHours(9), 0)).contains(Duration.ofMinutes(15));
        assertThat(TurnRetry.outage(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(TurnRetry.outage(Duration.ofDays(30))).isEqualTo(Duration.ofMinutes(15));
    }
}
