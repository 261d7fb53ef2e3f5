package iq.sendy.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.platform.limits.ByteBudget.Room;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void who_has_its_share_is_refused_at_once_and_others_are_not() {
        var budget = new ByteBudget(100, 40, LONG);
        assertThat(budget.claim("a").grow(30)).isEqualTo(Room.GRANTED);

        assertThat(budget.claim("a").grow(20)).isEqualTo(Room.SHARE_SPENT);
        assertThat(budget.claim("a").expect(20)).isEqualTo(Room.SHARE_SPENT);
        assertThat(budget.claim("b").grow(40)).isEqualTo(Room.GRANTED);
        assertThat(budget.taken()).isEqualTo(70);
    }

    @Test
    void one_claim_alone_always_fits() {
        var budget = new ByteBudget(100, 40, Duration.ZERO);
        var only = budget.claim("a");

        assertThat(only.grow(60)).isEqualTo(Room.GRANTED);
        assertThat(only.grow(1_000)).isEqualTo(Room.GRANTED);
        assertThat(budget.claim("b").grow(1)).isEqualTo(Room.FULL);
        only.close();
        assertThat(budget.claim("b").grow(1)).isEqualTo(Room.GRANTED);
    }

    @Test
    void what_is_closed_is_given_back_once() {
        var budget = new ByteBudget(100, 100, Duration.ZERO);
        var byteClaim = budget.claim("a");
        byteClaim.grow(50);
        byteClaim.grow(30);

        byteClaim.close();
        byteClaim.close();

        assertThat(budget.taken()).isZero();
        assertThat(budget.claim("a").grow(100)).isEqualTo(Room.GRANTED);
    }

    @Test
    void an_announcement_takes_nothing() {
        var budget = new ByteBudget(100, 100, Duration.ZERO);
        budget.claim("a").grow(50);

        assertThat(budget.claim("b").expect(50)).isEqualTo(Room.GRANTED);
        assertThat(budget.claim("b").expect(51)).isEqualTo(Room.FULL);
        assertThat(budget.taken()).isEqualTo(50);
    }

    @Test
    void who_waits_is_served_in_the_order_of_coming() throws InterruptedException {
        var budget = new ByteBudget(100, 100, LONG);
        var first = budget.claim("first");
        var second = budget.claim("second");
        first.grow(60);
        second.grow(40);
        var served = new CopyOnWriteArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 5; i++) {
                var turn = i;
                threads.execute(() -> {
                    try (var byteClaim = budget.claim("w" + turn)) {
                        assertThat(byteClaim.grow(60)).isEqualTo(Room.GRANTED);
                        served.add(turn);
                    }
                });
                while (budget.waiting() <= i) {
                    Thread.onSpinWait();
                }
            }
            first.close();
        }
        assertThat(served).isEqualTo(List.of(0, 1, 2, 3, 4));
        assertThat(budget.taken()).isEqualTo(40);
    }

    @Test
    void who_is_interrupted_while_waiting_leaves_the_queue() throws InterruptedException {
        var budget = new ByteBudget(100, 100, LONG);
        var all = budget.claim("a");
        all.grow(100);
        var refused = new CompletableFuture<Room>();
        var waiter = Thread.ofVirtual()
                .start(() -> refused.complete(budget.claim("b").grow(10)));
        while (budget.waiting() == 0) {
            Thread.onSpinWait();
        }

        waiter.interrupt();

        assertThat(refused.join()).isEqualTo(Room.FULL);
        all.close();
        assertThat(budget.claim("c").grow(100)).isEqualTo(Room.GRANTED);
    }

    @Test
    void after_thousands_at_once_nothing_is_left() {
        var budget = new ByteBudget(1_000, 300, Duration.ofMillis(5));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4_000)
                    .forEach(i -> threads.execute(() -> {
                        try (var byteClaim = budget.claim("c" + i % 7)) {
                            for (var part = 0; part < 5 && byteClaim.grow(1 + i % 90) == Room.GRANTED; part++) {
                                Thread.onSpinWait();
                            }
                        }
                    }));
        }
        assertThat(budget.taken()).isZero();
        assertThat(budget.waiting()).isZero();
    }
}
