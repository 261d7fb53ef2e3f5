package iq.sendy.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.llm.model.ProviderCircuit.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a provider is left alone, and how it is found to be back. */
class ProviderCircuitTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final ProviderTrouble DOWN = ProviderTrouble.passing(null, "overloaded");

    private static ProviderCircuit failedTimes(int times) {
        return IntStream.range(0, times)
                .boxed()
                .reduce(ProviderCircuit.CLOSED, (circuit, _) -> circuit.failed(DOWN, Passage.USUAL, NOW), (a, _) -> a);
    }

    @Test
    void four_failures_in_a_row_are_requests_own_and_the_fifth_is_the_providers() {
        assertThat(failedTimes(4).shutFor(NOW)).isEmpty();
        assertThat(failedTimes(5).shutFor(NOW)).contains(Duration.ofSeconds(15));
        assertThat(failedTimes(4).answered(NOW).failed(DOWN, Passage.USUAL, NOW).shutFor(NOW))
                .isEmpty();
        assertThat(failedTimes(4).outageAfter(failedTimes(3), DOWN, Passage.USUAL, NOW))
                .isEmpty();
        assertThat(failedTimes(5).outageAfter(failedTimes(4), DOWN, Passage.USUAL, NOW))
                .contains(Duration.ofSeconds(15));
    }

    @Test
    void what_was_under_way_when_it_opened_changes_nothing_and_burns_nothing() {
        var open = failedTimes(5);
        var later = NOW.plusSeconds(3);

        assertThat(open.failed(DOWN, Passage.USUAL, later)).isEqualTo(open);
        assertThat(open.outageAfter(open, DOWN, Passage.USUAL, later)).contains(Duration.ofSeconds(12));
    }

    @Test
    void one_request_tries_and_the_others_look_again_soon() {
        var later = NOW.plusSeconds(15);
        var probed = failedTimes(5).admitted(later);

        assertThat(failedTimes(5).shutFor(later)).isEmpty();
        assertThat(probed.probing()).isTrue();
        assertThat(probed.shutFor(later)).contains(Duration.ofSeconds(5));
        assertThat(probed.answered(later)).isEqualTo(ProviderCircuit.CLOSED);
    }

    @Test
    void each_failed_probe_doubles_the_pause_up_to_five_minutes() {
        var circuit = failedTimes(5);
        var now = NOW;
        for (var expected : new int[] {30, 60, 120, 240, 300, 300}) {
            now = now.plus(circuit.shutFor(now).orElseThrow());
            circuit = circuit.admitted(now).failed(DOWN, Passage.PROBE, now);
            assertThat(circuit.shutFor(now)).contains(Duration.ofSeconds(expected));
        }
    }

    @Test
    void a_probe_that_never_ends_is_followed_by_another_one() {
        var probed = failedTimes(5).admitted(NOW.plusSeconds(15));

        assertThat(probed.shutFor(NOW.plusSeconds(65))).isEmpty();
    }

    @Test
    void a_rest_that_the_provider_asks_for_is_kept_by_all_and_ends_by_itself() {
        var rests = ProviderCircuit.CLOSED.failed(ProviderTrouble.rate(Duration.ofSeconds(7)), Passage.USUAL, NOW);

        assertThat(rests.shutFor(NOW.plusSeconds(6))).contains(Duration.ofSeconds(1));
        assertThat(rests.answered(NOW.plusSeconds(1)).shutFor(NOW.plusSeconds(1)))
                .contains(Duration.ofSeconds(6));
        assertThat(rests.shutFor(NOW.plusSeconds(7))).isEmpty();
        assertThat(rests.admitted(NOW.plusSeconds(7)).probing()).isFalse();
        assertThat(rests.outageAfter(
                        ProviderCircuit.CLOSED, ProviderTrouble.rate(Duration.ofSeconds(7)), Passage.USUAL, NOW))
                .as("whoever hit the limit burns an attempt")
                .isEmpty();
        assertThat(rests.outageAfter(rests, ProviderTrouble.rate(Duration.ofSeconds(7)), Passage.USUAL, NOW))
                .as("whoever was under way does not")
                .isPresent();
    }

    @Test
    void a_shorter_rest_does_not_end_a_longer_one() {
        var rests = ProviderCircuit.CLOSED
                .failed(ProviderTrouble.rate(Duration.ofSeconds(60)), Passage.USUAL, NOW)
                .failed(ProviderTrouble.rate(Duration.ofSeconds(1)), Passage.USUAL, NOW.plusSeconds(1));

        assertThat(rests.shutFor(NOW.plusSeconds(30))).contains(Duration.ofSeconds(30));
    }

    @Test
    void a_key_that_is_refused_shuts_at_once() {
        var trouble = ProviderTrouble.key(Duration.ofMinutes(5), "key_refused");
        var open = ProviderCircuit.CLOSED.failed(trouble, Passage.USUAL, NOW);

        assertThat(open.shutFor(NOW)).contains(Duration.ofMinutes(5));
        assertThat(open.errorClass()).isEqualTo("key_refused");
        assertThat(open.outageAfter(ProviderCircuit.CLOSED, trouble, Passage.USUAL, NOW))
                .contains(Duration.ofMinutes(5));
    }

    @Test
    void a_bad_request_says_that_the_provider_lives() {
        var trouble = ProviderTrouble.request("invalid_request");

        assertThat(failedTimes(4).failed(trouble, Passage.USUAL, NOW)).isEqualTo(ProviderCircuit.CLOSED);
        assertThat(failedTimes(5).admitted(NOW.plusSeconds(15)).failed(trouble, Passage.PROBE, NOW.plusSeconds(15)))
                .isEqualTo(ProviderCircuit.CLOSED);
        assertThat(ProviderCircuit.CLOSED.outageAfter(failedTimes(5), trouble, Passage.PROBE, NOW))
                .isEmpty();
    }

    @Test
    void a_clock_that_went_back_closes_it() {
        var open = failedTimes(5);

        assertThat(open.shutFor(NOW.minusSeconds(1))).isEmpty();
        assertThat(open.admitted(NOW.minusSeconds(1))).isEqualTo(ProviderCircuit.CLOSED);
    }

    /** Whatever happens in whatever order: nobody is shut out for longer than the longest that anybody said. */
    @Test
    void it_always_opens_again() {
        var random = new Random(7);
        for (var run = 0; run < 2_000; run++) {
            var circuit = ProviderCircuit.CLOSED;
            var now = NOW;
            for (var step = 0; step < 40; step++) {
                now = now.plusSeconds(random.nextInt(60));
                var shut = circuit.shutFor(now);
                assertThat(shut.orElse(Duration.ZERO)).isLessThanOrEqualTo(Duration.ofMinutes(15));
                var passage = Passage.USUAL;
                if (shut.isEmpty()) {
                    circuit = circuit.admitted(now);
                    passage = circuit.passage();
                }
                circuit = random.nextInt(3) == 0 ? circuit.answered(now) : circuit.failed(any(random), passage, now);
            }
            assertThat(circuit.shutFor(now.plus(Duration.ofMinutes(16)))).isEmpty();
        }
    }

    private static ProviderTrouble any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> ProviderTrouble.request("invalid_request");
            case 1 -> ProviderTrouble.rate(Duration.ofSeconds(random.nextInt(900)));
            case 2 -> ProviderTrouble.key(Duration.ofMinutes(15), "quota");
            default -> DOWN;
        };
    }
}
