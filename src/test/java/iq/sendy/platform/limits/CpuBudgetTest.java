package iq.sendy.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.MovableClock;
import iq.sendy.platform.api.RequestRejected;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuBudgetTest {

    private static final String KEY = "KEY 1";

    private final MovableClock clock = MovableClock.stopped();
    private final CpuBudget budget = new CpuBudget(clock, true, 30_000);

    @Test
    void a_minute_may_be_spent_at_once_and_comes_back_evenly() {
        budget.spend(KEY, Duration.ofSeconds(29));
        budget.refuseSpent(KEY);
        budget.spend(KEY, Duration.ofSeconds(11));

        // Ten seconds of debt are twenty of time, at half a processor.
        refused("21");
        clock.advance(Duration.ofSeconds(10));
        refused("11");
        clock.advance(Duration.ofSeconds(11));
        assertThatCode(() -> budget.refuseSpent(KEY)).doesNotThrowAnyException();
    }

    private void refused(String after) {
        assertThatThrownBy(() -> budget.refuseSpent(KEY))
                .isInstanceOfSatisfying(RequestRejected.class, requestRejected -> {
                    assertThat(requestRejected.status().value()).isEqualTo(429);
                    assertThat(requestRejected.faults().getFirst().code()).isEqualTo("rate.exceeded");
                    assertThat(requestRejected.headers()).containsEntry("Retry-After", after);
                });
    }

    @Test
    void each_pays_for_himself_and_our_own_work_is_free() {
        budget.spend(KEY, Duration.ofHours(1));
        budget.spend(null, Duration.ofHours(1));

        assertThatCode(() -> budget.refuseSpent("KEY 2")).doesNotThrowAnyException();
        assertThatCode(() -> budget.refuseSpent(null)).doesNotThrowAnyException();
    }

    @Test
    void without_limits_nothing_is_counted() {
        var off = new CpuBudget(clock, false, 1);
        off.spend(KEY, Duration.ofHours(1));

        assertThatCode(() -> off.refuseSpent(KEY)).doesNotThrowAnyException();
    }
}
