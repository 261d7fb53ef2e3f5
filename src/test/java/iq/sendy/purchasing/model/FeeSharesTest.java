package iq.sendy.purchasing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeeSharesTest {

    @Test
    void shares_add_up_and_are_within_a_unit_of_what_is_exact() {
        var random = new SplittableRandom(20_261_129);
        for (var run = 0; run < 2_000; run++) {
            var weights = IntStream.range(0, random.nextInt(1, 12))
                    .mapToObj(_ -> random.nextLong(0, 10_000_000_000_000L))
                    .toList();
            var sum = weights.stream().mapToLong(Long::longValue).sum();
            if (sum == 0) {
                continue;
            }
            var amount = random.nextLong(0, 1_000_000_001);

            var shares = FeeShares.split(amount, weights);

            assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
            for (var i = 0; i < shares.size(); i++) {
                var exact = (double) amount * weights.get(i) / sum;
                assertThat((double) shares.get(i)).isBetween(exact - 1.001, exact + 1.001);
            }
        }
    }

    @Test
    void the_largest_remainder_gets_the_unit_that_is_left_and_the_earlier_wins_a_tie() {
        assertThat(FeeShares.split(10, List.of(1L, 1L, 1L))).containsExactly(4L, 3L, 3L);
        assertThat(FeeShares.split(83, List.of(200L, 300L))).containsExactly(33L, 50L);
        assertThat(FeeShares.split(0, List.of(5L, 0L))).containsExactly(0L, 0L);
        assertThat(FeeShares.split(7, List.of(0L, 5L))).containsExactly(0L, 7L);
    }

    @Test
    void a_part_is_rounded_half_up() {
        assertThat(FeeShares.of(100, 1, 6)).isEqualTo(17);
        assertThat(FeeShares.of(1, 1, 2)).isEqualTo(1);
        assertThat(FeeShares.of(1_000_000_000, 2_000_000_000_000_000L, 2_000_000_000_000_000L))
                .isEqualTo(1_000_000_000);
    }
}
