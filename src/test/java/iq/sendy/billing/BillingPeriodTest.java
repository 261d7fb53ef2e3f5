package iq.sendy.billing;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.billing.TokenAllowance.TokenCount;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods roll over by themselves, without a gap, and what is used beyond the plan is charged to the dinar. */
class BillingPeriodTest {

    private static final long SEED = 20_261_129;

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z",
        "2026-01-31T10:00:00Z, 2026-02-28T09:59:59Z, 2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z",
        "2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z, 2026-02-28T10:00:00Z, 2026-03-31T10:00:00Z",
        "2026-01-31T10:00:00Z, 2026-03-30T23:00:00Z, 2026-02-28T10:00:00Z, 2026-03-31T10:00:00Z",
        "2024-02-29T00:00:00Z, 2025-02-28T00:00:00Z, 2025-02-28T00:00:00Z, 2025-03-29T00:00:00Z",
        "2027-05-15T00:00:00Z, 2026-11-29T00:00:00Z, 2026-11-15T00:00:00Z, 2026-12-15T00:00:00Z"
    })
    void a_period_is_a_month_from_the_day_of_its_anchor(Instant anchor, Instant moment, Instant start, Instant end) {
        assertThat(BillingPeriod.at(anchor, moment)).isEqualTo(new BillingPeriod(start, end));
    }

    @Test
    void every_moment_is_in_one_period_and_the_next_begins_where_it_ends() {
        var random = new Random(SEED);
        for (var i = 0; i < 2_000; i++) {
            var anchor = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
            var moment = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));

            var period = BillingPeriod.at(anchor, moment);

            assertThat(period.start()).isBeforeOrEqualTo(moment);
            assertThat(period.end()).isAfter(moment);
            assertThat(BillingPeriod.at(anchor, period.end()).start()).isEqualTo(period.end());
            assertThat(BillingPeriod.at(anchor, period.start())).isEqualTo(period);
            assertThat(Duration.between(period.start(), period.end()))
                    .isBetween(Duration.ofDays(28), Duration.ofDays(31));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 500, 0, 0, 0",
        "1001, 500, 1, 0, 0",
        "1999, 1500, 999, 1000, 18",
        "2500, 2500, 1500, 2000, 35",
        "1000000001000, 500, 1000000000000, 0, 3000000000"
    })
    void tokens_beyond_the_plan_are_charged_by_the_thousand(
            long input, long output, long overInput, long overOutput, long charge) {
        var allowance = new TokenAllowance(1_000L, 500L, 3, 15);
        var used = new TokenCount(input, output);

        assertThat(allowance.overage(used)).isEqualTo(new TokenCount(overInput, overOutput));
        assertThat(allowance.charge(used)).isEqualTo(charge);
    }

    @Test
    void without_a_limit_nothing_is_beyond_it() {
        var allowance = new TokenAllowance(null, 0L, 3, 15);

        assertThat(allowance.charge(new TokenCount(Long.MAX_VALUE, 1_000))).isEqualTo(15);
    }
}
