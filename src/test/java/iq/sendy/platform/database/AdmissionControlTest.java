package iq.sendy.platform.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionControlTest {

    private static final String ALI = "Ali's shop";
    private static final String ZAINAB = "Zainab's shop";
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void no_more_than_its_width_are_inside_however_many_come() throws Exception {
        var admissionControl = new AdmissionControl(3, NEVER);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        Callable<Boolean> comer = () -> {
            try (var turn = admissionControl.enter(ALI, SOON)) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                inside.decrementAndGet();
                return turn != null;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var came : threads.invokeAll(
                    IntStream.range(0, 2_000).mapToObj(_ -> comer).toList())) {
                assertThat(came.get()).isTrue();
            }
        }
        assertThat(most).hasValueBetween(1, 3);
        assertThat(admissionControl.waiting()).isZero();
    }

    @Test
    void those_of_a_store_enter_in_the_order_of_their_coming() throws Exception {
        assertThat(entered(ALI, ALI, ALI, ALI, ALI)).isEqualTo(List.of(0, 1, 2, 3, 4));
    }

    @Test
    void stores_take_turns() throws Exception {
        assertThat(entered(ALI, ALI, ALI, ALI, ZAINAB, ZAINAB, ZAINAB)).isEqualTo(List.of(0, 4, 1, 5, 2, 6, 3));
    }

    /** The numbers of those who wait, in the order in which they enter one by one. */
    private static List<Integer> entered(String... waiting) throws InterruptedException {
        var admissionControl = new AdmissionControl(1, NEVER);
        var first = requireNonNull(admissionControl.enter(ALI, AT_ONCE));
        var entered = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < waiting.length; i++) {
                var number = i;
                threads.execute(() -> enterAndLeave(admissionControl, waiting[number], () -> entered.add(number)));
                while (admissionControl.waiting() < i + 1) {
                    Thread.onSpinWait();
                }
            }
            first.close();
        }
        return entered;
    }

    @Test
    void who_waits_in_vain_leaves_the_queue() throws Exception {
        var admissionControl = new AdmissionControl(1, NEVER);
        var first = requireNonNull(admissionControl.enter(ALI, AT_ONCE));

        assertThat(admissionControl.enter(ALI, AT_ONCE)).isNull();
        assertThat(admissionControl.enter(ALI, Duration.ofMillis(5))).isNull();
        assertThat(admissionControl.waiting()).isZero();
        first.close();
        assertThat(admissionControl.enter(ALI, AT_ONCE)).isNotNull();
    }

    @Test
    void who_stays_long_keeps_nobody_out() throws Exception {
        var admissionControl = new AdmissionControl(2, Duration.ofMillis(20));
        requireNonNull(admissionControl.enter(ALI, AT_ONCE));
        requireNonNull(admissionControl.enter(ALI, AT_ONCE));

        // Both become late while these wait.
        assertThat(admissionControl.enter(ALI, SOON)).isNotNull();
        assertThat(admissionControl.enter(ALI, SOON)).isNotNull();
    }

    @Test
    void who_leaves_twice_makes_room_once() throws Exception {
        var admissionControl = new AdmissionControl(1, NEVER);
        var only = requireNonNull(admissionControl.enter(ALI, AT_ONCE));
        assertThat(admissionControl.enter(ALI, AT_ONCE)).isNull();

        only.close();
        only.close();
        assertThat(admissionControl.enter(ALI, AT_ONCE)).isNotNull();
        assertThat(admissionControl.enter(ALI, AT_ONCE)).isNull();
    }

    private static void enterAndLeave(AdmissionControl admissionControl, String store, Runnable work) {
        try (var turn = admissionControl.enter(store, SOON)) {
            assertThat(turn).isNotNull();
            work.run();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
