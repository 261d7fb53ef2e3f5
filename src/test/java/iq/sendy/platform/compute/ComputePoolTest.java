package iq.sendy.platform.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.limits.CpuBudget;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A pool of two cores: one thread for what is short, one for what is long. */
class ComputePoolTest {

    private static final StoreId ALI = new StoreId(new UUID(7, 1));
    private static final StoreId ZAINAB = new StoreId(new UUID(7, 2));

    private final CpuBudget budget = new CpuBudget(Clock.systemUTC(), true, 20);
    private final ComputePool pool = new ComputePool(budget, 2);
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void end() {
        held.countDown();
        askers.close();
        pool.close();
    }

    /** Keeps a lane's only thread until the test lets it go. */
    private void hold(ComputeKind computeKind) throws InterruptedException {
        var begun = new CountDownLatch(1);
        askers.execute(() -> pool.run(computeKind, () -> {
            begun.countDown();
            awaitUninterruptibly(held);
            return true;
        }));
        begun.await();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Future<Boolean> asks(StoreId store, String what) {
        return askers.submit(() ->
                CurrentTenant.in(store, () -> pool.goOn(ComputeKind.DOCUMENT, () -> done.add(what))));
    }

    private Future<Boolean> asksFrom(String network, String what) {
        return askers.submit(() -> {
            fromNetwork(network);
            return pool.goOn(ComputeKind.DOCUMENT, () -> done.add(what));
        });
    }

    private static void fromNetwork(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private void untilWaiting(int many) {
        while (pool.waiting() < many) {
            Thread.onSpinWait();
        }
    }

    @Test
    void it_computes_on_a_platform_thread_for_the_store_and_under_the_trace_of_who_asks() {
        try (var _ = MDC.putCloseable("traceId", "abc")) {
            var seen = CurrentTenant.in(
                    ALI,
                    () -> pool.run(ComputeKind.DOCUMENT, () -> {
                        assertThat(Thread.currentThread().isVirtual()).isFalse();
                        // Within work there is no second turn to wait for.
                        assertThat(pool.run(ComputeKind.DOCUMENT, () -> 1)).isEqualTo(1);
                        return Thread.currentThread().getName() + " " + CurrentTenant.CURRENT.get() + " "
                                + MDC.get("traceId");
                    }));
            assertThat(seen).isEqualTo("compute-short-0 " + ALI + " abc");
        }
    }

    @Test
    void what_the_work_throws_is_thrown_as_it_is() {
        assertThatThrownBy(() -> pool.run(ComputeKind.SHEET, () -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> pool.run(ComputeKind.SHEET, () -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void fifty_works_of_one_store_do_not_hold_up_the_one_of_another() throws Exception {
        hold(ComputeKind.DOCUMENT);
        for (var i = 0; i < 50; i++) {
            var _ = asks(ALI, "Ali's");
        }
        untilWaiting(50);
        var hers = asks(ZAINAB, "Zainab's");
        untilWaiting(51);
        held.countDown();

        assertThat(hers.get()).isTrue();
        assertThat(done.indexOf("Zainab's")).isLessThanOrEqualTo(1);
    }

    @Test
    void a_thousand_strangers_do_not_outnumber_a_store_and_take_turns_by_network() throws Exception {
        hold(ComputeKind.DOCUMENT);
        for (var i = 0; i < 40; i++) {
            var _ = asksFrom("198.51.100.1", "crowd");
        }
        untilWaiting(40);
        for (var i = 2; i < 42; i++) {
            var _ = asksFrom("198.51.100." + i, "stranger");
        }
        untilWaiting(80);
        var hers = asks(ZAINAB, "Zainab's");
        untilWaiting(81);
        held.countDown();

        assertThat(hers.get()).isTrue();
        assertThat(done.indexOf("Zainab's")).isLessThanOrEqualTo(2);
        while (done.size() < 81) {
            Thread.onSpinWait();
        }
        assertThat(done.indexOf("stranger")).isLessThanOrEqualTo(4);
        assertThat(done.lastIndexOf("stranger")).isGreaterThan(done.indexOf("crowd"));
        assertThat(done.subList(0, 60)).filteredOn("crowd"::equals).hasSizeLessThan(25);
    }

    @Test
    void what_is_long_does_not_stand_before_what_is_short() throws Exception {
        hold(ComputeKind.PICTURE);

        assertThat(pool.run(ComputeKind.PASSWORD_HASH, () -> "hashed")).isEqualTo("hashed");
    }

    @Test
    void who_is_itself_the_crowd_is_told_so_and_the_others_are_let_in() throws Exception {
        hold(ComputeKind.DOCUMENT);
        for (var i = 0; i < ComputePool.MOST_OF_ONE; i++) {
            var _ = asks(ALI, "Ali's");
        }
        untilWaiting(ComputePool.MOST_OF_ONE);

        refuses(ALI, ComputeKind.DOCUMENT, 429, "rate.exceeded");
        var hers = askers.submit(() -> CurrentTenant.in(ZAINAB, () -> pool.run(ComputeKind.DOCUMENT, () -> true)));
        untilWaiting(ComputePool.MOST_OF_ONE + 1);
        held.countDown();
        assertThat(hers.get()).isTrue();
    }

    @Test
    void a_queue_that_is_full_of_others_is_busy() throws Exception {
        hold(ComputeKind.DOCUMENT);
        for (var i = 0; i < ComputePool.MOST_IN_ALL; i++) {
            var _ = asks(new StoreId(new UUID(8, i)), "other");
        }
        untilWaiting(ComputePool.MOST_IN_ALL);

        refuses(ZAINAB, ComputeKind.DOCUMENT, 503, "server.busy");
        refuses(ZAINAB, ComputeKind.PASSWORD_HASH, 429, "rate.exceeded");
    }

    private void refuses(StoreId store, ComputeKind computeKind, int status, String code) {
        assertThatThrownBy(() -> CurrentTenant.in(store, () -> pool.run(computeKind, () -> done.add("refused"))))
                .isInstanceOfSatisfying(RequestRejected.class, requestRejected -> {
                    assertThat(requestRejected.status().value()).isEqualTo(status);
                    assertThat(requestRejected.faults().getFirst().code()).isEqualTo(code);
                    assertThat(requestRejected.headers()).containsKey("Retry-After");
                });
        assertThat(done).doesNotContain("refused");
    }

    @Test
    void work_whose_asker_gave_up_is_not_begun() throws Exception {
        hold(ComputeKind.DOCUMENT);
        var given = asks(ALI, "given up");
        untilWaiting(1);
        given.cancel(true);
        while (pool.waiting() > 0) {
            Thread.onSpinWait();
        }
        var next = asks(ALI, "next");
        untilWaiting(1);
        held.countDown();

        assertThat(next.get()).isTrue();
        assertThat(done).containsExactly("next");
    }

    @Test
    void who_computed_a_minute_away_waits_for_the_next_and_nobody_else_does() {
        fromNetwork("198.51.100.7");
        try {
            pool.run(ComputeKind.DOCUMENT, ComputePoolTest::burn);
            assertThatThrownBy(() -> pool.run(ComputeKind.DOCUMENT, () -> true))
                    .isInstanceOfSatisfying(
                            RequestRejected.class,
                            requestRejected ->
                                    assertThat(requestRejected.status().value()).isEqualTo(429));
            // What is half sent already is sent to its end.
            assertThat(pool.goOn(ComputeKind.EXPORT, () -> true)).isTrue();
            fromNetwork("198.51.100.8");
            assertThat(pool.run(ComputeKind.DOCUMENT, () -> true)).isTrue();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        // Our own work has no account.
        pool.run(ComputeKind.DOCUMENT, ComputePoolTest::burn);
        assertThat(pool.run(ComputeKind.DOCUMENT, () -> true)).isTrue();
    }

    /** Far more than the budget of this test, so that little of it is back when it is asked for. */
    private static boolean burn() {
        var threads = ManagementFactory.getThreadMXBean();
        var end = threads.getCurrentThreadCpuTime() + 300_000_000L;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        return true;
    }
}
