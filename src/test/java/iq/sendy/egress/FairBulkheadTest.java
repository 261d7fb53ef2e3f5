package iq.sendy.egress;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may look a name up, and who waits. */
class FairBulkheadTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Duration LONG = Waiting.PATIENCE;

    @Test
    void of_one_store_only_so_many_are_let_in_and_another_store_does_not_notice() throws InterruptedException {
        var permits = new FairBulkhead(4, 256);
        for (var i = 0; i < 4; i++) {
            assertThat(permits.acquire("greedy", NOT_AT_ALL)).isTrue();
        }

        assertThat(permits.acquire("greedy", NOT_AT_ALL)).isFalse();
        assertThat(permits.acquire("other", NOT_AT_ALL)).isTrue();
        permits.release("greedy");
        assertThat(permits.acquire("greedy", NOT_AT_ALL)).isTrue();
    }

    @Test
    void when_all_places_are_taken_stores_come_in_turn() throws InterruptedException {
        var permits = new FairBulkhead(4, 1);
        assertThat(permits.acquire("first", NOT_AT_ALL)).isTrue();
        var came = Collections.synchronizedList(new ArrayList<String>());
        var waiting = new ArrayList<Thread>();
        for (var owner : List.of("greedy", "greedy", "greedy", "other")) {
            waiting.add(Thread.ofVirtual().start(() -> {
                try {
                    assertThat(permits.acquire(owner, LONG)).isTrue();
                    came.add(owner);
                    permits.release(owner);
                } catch (InterruptedException interrupted) {
                    came.add("interrupted");
                }
            }));
            var place = waiting.size();
            Waiting.until("it waits", () -> permits.waiting() == place);
        }

        permits.release("first");
        for (var thread : waiting) {
            thread.join();
        }

        assertThat(came).hasSize(4);
        assertThat(came.indexOf("other")).isLessThanOrEqualTo(1);
        assertThat(permits.held()).isZero();
    }

    @Test
    void who_gave_up_waiting_leaves_nothing_behind() throws InterruptedException {
        var permits = new FairBulkhead(1, 1);
        assertThat(permits.acquire("one", NOT_AT_ALL)).isTrue();
        assertThat(permits.acquire("two", Duration.ofMillis(1))).isFalse();
        assertThat(permits.waiting()).isZero();

        permits.release("one");

        assertThat(permits.held()).isZero();
        assertThat(permits.acquire("one", NOT_AT_ALL)).isTrue();
    }
}
