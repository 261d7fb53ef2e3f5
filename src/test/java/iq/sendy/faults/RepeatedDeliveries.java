package iq.sendy.faults;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.meta.MetaFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Meta, which delivers what customers write to a store's account while Sendy dies and comes back. It sends again what was not
 * answered, and at times what was: every message is there once, in its place, and the unread ones are counted right.
 */
final class RepeatedDeliveries implements AutoCloseable {

    private static final String ACCOUNT = "500000000000077";
    private static final int MESSAGES = 600;
    private static final int PEOPLE = 9;
    private static final int LINES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore let = new Semaphore(0);
    private final AtomicInteger answered = new AtomicInteger();
    private final UUID store;
    private final List<byte[]> deliveries;
    private final List<CompletableFuture<Void>> sending;
    private volatile Api server;
    private volatile boolean stopped;

    /** Opens a store and connects its account. */
    RepeatedDeliveries(Api server, Random random) {
        this.server = server;
        var shop = Shop.opens(server);
        store = UUID.fromString(shop.storeId());
        connects(server.withKey(shop.mints("social:read", "social:write")));
        deliveries = deliveries(random);
        var waiting = new ConcurrentLinkedQueue<>(deliveries);
        sending = IntStream.range(0, LINES)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> sends(waiting), lines))
                .toList();
    }

    private static void connects(Api key) {
        var made = key.post(
                Api.KEYS + "/social/channels",
                Api.object()
                        .put("channelType", "WhatsApp")
                        .put("externalAccountId", ACCOUNT)
                        .put("displayName", "واتساب")
                        .put("accessToken", "EAAG-token")
                        .put("aiProviderCode", "sandbox")
                        .put("aiModelCode", "sandbox-1")
                        .put("appSecret", SECRET_A));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
    }

    /** Sends a third of them, and waits until half of those are answered: the rest is under way. */
    void sendsThird() {
        var many = deliveries.size() / 3;
        var goal = answered.get() + many / 2;
        let.release(many);
        Waiting.until(goal + " deliveries are answered", PATIENCE, () -> answered.get() >= goal);
    }

    /** Goes on where Sendy is now. */
    void goTo(Api restarted) {
        server = restarted;
    }

    /** Sends what is left, and waits until all of it is answered and read. */
    void finishes(JdbcClient database) {
        let.release(deliveries.size());
        sending.forEach(CompletableFuture::join);
        Waiting.until("all deliveries are read", PATIENCE, () -> unread(database) == 0);
    }

    void areThereOnce(JdbcClient database, long seed) {
        assertThat(database.sql("select external_id from messaging.message where store_id = ?")
                        .param(store)
                        .query(String.class)
                        .list())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, MESSAGES)
                        .mapToObj(RepeatedDeliveries::id)
                        .toList());
        assertThat(database.sql("""
                                select c.unread_count = count(m.id) and c.message_count = count(m.id)
                                    and c.last_message_at = max(m.provider_at) and c.sequence = count(m.id)
                                    and count(distinct m.number) = count(m.id) and max(m.number) = count(m.id) - 1
                                from messaging.conversation as c
                                join messaging.message as m on m.store_id = c.store_id and m.conversation_id = c.id
                                where c.store_id = ? group by c.store_id, c.id""").param(store).query(Boolean.class).list())
                .as("seed %d", seed)
                .hasSize(PEOPLE)
                .containsOnly(true);
        assertThat(database.sql(
                                "select count(*) from webhooks.event where store_id = ? and type = 'conversation.message_received'")
                        .param(store)
                        .query(Long.class)
                        .single())
                .as("one event for each, seed %d", seed)
                .isEqualTo(MESSAGES);
    }

    private long unread(JdbcClient database) {
        return database.sql(
                        "select count(*) from messaging.inbound_delivery where store_id = ? and processed_at is null")
                .param(store)
                .query(Long.class)
                .single();
    }

    private void sends(Queue<byte[]> waiting) {
        for (var body = waiting.poll(); body != null; body = waiting.poll()) {
            let.acquireUninterruptibly();
            while (!stopped && !ChatTraffic.isTaken(server, body)) {
                LockSupport.parkNanos(PAUSE);
            }
            answered.incrementAndGet();
        }
    }

    private static String id(int message) {
        return "wamid.KILL" + message;
    }

    /** One to four messages each, nearly a third of them once more, in any order. */
    private static List<byte[]> deliveries(Random random) {
        var start = Instant.now().minusSeconds(7_200);
        var deliveries = new ArrayList<byte[]>();
        for (var i = 0; i < MESSAGES; ) {
            var some = new ArrayList<String>();
            for (var many = 1 + random.nextInt(4); many > 0 && i < MESSAGES; many--, i++) {
                some.add(message(i, start.plusSeconds(random.nextInt(7_000))));
            }
            var body = MetaFixtures.bytes(MetaFixtures.whatsApp(
                    MetaFixtures.entry(MetaFixtures.messages(ACCOUNT, some.toArray(String[]::new)))));
            deliveries.add(body);
            if (random.nextInt(10) < 3) {
                deliveries.add(body);
            }
        }
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private static String message(int number, Instant at) {
        return """
                {"from":"96477012345%s","id":"%s","timestamp":"%s","type":"text","text":{"body":"%s"}}""".formatted(10 + number % PEOPLE, id(number), at.getEpochSecond(), "رسالة " + number);
    }

    @Override
    public void close() {
        stopped = true;
        let.release(deliveries.size());
        lines.shutdownNow();
        lines.close();
    }
}
