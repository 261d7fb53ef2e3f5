package iq.sendy.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Waiting;
import iq.sendy.egress.NameLookup.Addresses;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is remembered of names, what is shared, and whose excess is whose. */
class SharedResolverTest {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final StoreId GREEDY = new StoreId(UUID.randomUUID());
    private static final StoreId OTHER = new StoreId(UUID.randomUUID());

    private final AtomicLong now = new AtomicLong();
    private final Map<String, Addresses> names = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch spoken = new CountDownLatch(1);
    private final List<Thread> askers = new ArrayList<>();
    private final FairBulkhead permits = new FairBulkhead(4, 256);
    private final SharedResolver resolver = new SharedResolver(this::find, permits, now::get);

    private Addresses find(String name) throws UnknownHostException, ResolverBusy {
        asked.incrementAndGet();
        if (name.startsWith("slow")) {
            await(spoken);
        }
        if (name.equals("crowded.example")) {
            throw new ResolverBusy();
        }
        var found = names.get(name);
        if (found == null) {
            throw new UnknownHostException(name);
        }
        return found;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void let_all_go() throws InterruptedException {
        spoken.countDown();
        for (var asker : askers) {
            asker.join();
        }
    }

    private void lives(String name, Duration life) {
        names.put(name, new Addresses(List.of(InetAddress.ofLiteral("93.184.215.14")), life));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void resolves(String name) throws Exception {
        assertThat(resolver.resolve(name, WITHIN)).hasSize(1);
    }

    private void isUnknown(String name) {
        assertThatThrownBy(() -> resolver.resolve(name, WITHIN)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void an_answer_is_remembered_as_long_as_its_owner_says_and_half_a_minute_at_most() throws Exception {
        lives("short.example", Duration.ofSeconds(10));
        lives("long.example", Duration.ofDays(1));
        lives("never.example", Duration.ZERO);
        resolves("short.example");
        resolves("long.example");
        resolves("never.example");
        pass(Duration.ofSeconds(9));
        resolves("short.example");
        resolves("long.example");
        assertThat(asked).hasValue(3);

        resolves("never.example");
        assertThat(asked).hasValue(4);
        pass(Duration.ofSeconds(2));
        resolves("short.example");
        assertThat(asked).hasValue(5);
        pass(Duration.ofSeconds(20));
        resolves("long.example");
        assertThat(asked).hasValue(6);
    }

    @Test
    void an_answer_that_may_not_be_kept_is_never_given_twice() throws Exception {
        lives("never.example", Duration.ZERO);
        for (var times = 1; times <= 2_000; times++) {
            resolves("never.example");
            assertThat(asked).hasValue(times);
        }
    }

    @Test
    void a_failure_is_remembered_for_a_moment() throws Exception {
        isUnknown("dead.example");
        isUnknown("dead.example");
        assertThat(asked).hasValue(1);

        lives("dead.example", Duration.ofSeconds(10));
        pass(Duration.ofSeconds(4));
        resolves("dead.example");
        assertThat(asked).hasValue(2);
    }

    @Test
    void that_nobody_was_asked_is_not_remembered() {
        assertThatThrownBy(() -> resolver.resolve("crowded.example", WITHIN)).isInstanceOf(ResolverBusy.class);
        assertThatThrownBy(() -> resolver.resolve("crowded.example", WITHIN)).isInstanceOf(ResolverBusy.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void the_fifth_name_of_a_store_finds_no_place_and_another_stores_does() throws Exception {
        lives("quick.example", Duration.ZERO);
        for (var i = 0; i < 4; i++) {
            var name = "slow" + i + ".example";
            askers.add(Thread.ofVirtual()
                    .start(() -> CurrentTenant.in(GREEDY, () -> {
                        isUnknown(name);
                        return true;
                    })));
        }
        while (permits.held() < 4) {
            Thread.onSpinWait();
        }

        CurrentTenant.in(
                GREEDY,
                () -> assertThatThrownBy(() -> resolver.resolve("quick.example", WITHIN))
                        .isInstanceOf(ResolverBusy.class));
        var found =
                ScopedValue.where(CurrentTenant.CURRENT, OTHER).call(() -> resolver.resolve("quick.example", WITHIN));

        assertThat(found).hasSize(1);
        // A name that is being asked for takes no place, whoever asks.
        askers.add(Thread.ofVirtual()
                .start(() -> CurrentTenant.in(GREEDY, () -> {
                    isUnknown("slow0.example");
                    return true;
                })));
        spoken.countDown();
        for (var asker : askers) {
            asker.join();
        }
        assertThat(asked).hasValue(5);
        Waiting.until("its places are free again", () -> permits.held() == 0);
    }

    @Test
    void nobody_waits_for_a_name_longer_than_it_may() {
        assertThatThrownBy(() -> resolver.resolve("slow.example", Duration.ofMillis(20)))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void inside_a_transaction_no_name_is_looked_up() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> resolver.resolve("quick.example", WITHIN))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("transaction");
        } finally {
            TransactionSynchronizationManager.clear();
        }
        assertThat(asked).hasValue(0);
    }
}
