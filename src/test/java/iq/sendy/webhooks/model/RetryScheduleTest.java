package iq.sendy.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void twelve_attempts_take_about_seventy_one_hours() {
        var gaps = IntStream.rangeClosed(1, 12)
                .mapToObj(made -> RetrySchedule.after(made, 0, null, NOW))
                .toList();

        assertThat(gaps.get(11)).isEmpty();
        var whole = gaps.stream().flatMap(gap -> gap.stream()).reduce(Duration.ZERO, Duration::plus);
        assertThat(whole).isEqualTo(Duration.ofHours(70).plusMinutes(42).plusSeconds(35));
    }

    @Test
    void gaps_are_drawn_within_a_fifth() {
        assertThat(RetrySchedule.after(1, -1, null, NOW)).contains(Duration.ofSeconds(4));
        assertThat(RetrySchedule.after(1, 1, null, NOW)).contains(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 20                            | PT20S
            1 | -1                            | PT5S
            1 | 999999999                     | PT15M
            9 | 999999999999999999            | PT24H
            1 | Thu, 26 Nov 2026 10:00:40 GMT | PT40S
            1 | Thu, 26 Nov 2026 09:00:00 GMT | PT5S
            1 | soon                          | PT5S
            4 | 1                             | PT10M
            """)
    void whoever_asks_for_time_gets_it_within_reason(int made, String asked, Duration waited) {
        assertThat(RetrySchedule.after(made, 0, asked, NOW)).contains(waited);
    }
}
