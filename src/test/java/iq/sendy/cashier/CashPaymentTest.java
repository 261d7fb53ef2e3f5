package iq.sendy.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cash is paid to the nearest note, half up, and what that adds or takes away is known. */
class CashPaymentTest {

    @ParameterizedTest
    @CsvSource({
        "0, 250, 0", "1, 250, 0", "124, 250, 0", "125, 250, 250", "374, 250, 250", "375, 250, 500", "1000, 250, 1000",
        "1, 3, 0", "2, 3, 3", "7, 1, 7", "7, 0, 7", "499, 1000, 0", "500, 1000, 1000", "1000000000, 7, 1000000001"
    })
    void to_the_nearest_step_half_up(long total, long step, long rounded) {
        assertThat(CashPayment.rounded(total, step)).isEqualTo(rounded);
    }

    @Test
    void what_was_handed_over_less_the_change_is_the_total_with_its_rounding_less_what_was_missing() {
        var random = new SplittableRandom(20_261_129L);
        for (var i = 0; i < 10_000; i++) {
            var total = random.nextLong(1_000_000_000);
            var step = random.nextLong(2_000);
            var tendered = random.nextBoolean() ? null : total + random.nextLong(-1_000, 10_000);
            var payment = CashPayment.happened(total, tendered, step);

            assertThat(payment.taken() - payment.change()).isEqualTo(total + payment.rounding() - payment.shortfall());
            assertThat(payment.shortfall()).isNotNegative();
            assertThat(payment.change()).isNotNegative();
            assertThat(Math.abs(payment.rounding()) * 2).isLessThanOrEqualTo(Math.max(step, 1));
            if (tendered == null || tendered >= total + step) {
                assertThat(payment.shortfall()).isZero();
            }
        }
    }
}
