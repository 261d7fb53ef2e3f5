package iq.sendy.faults;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.meta.MetaFixtures;
import iq.sendy.meta.MetaSignature;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Promises to Meta under fault F1: Sendy is killed while deliveries come in and are worked on, with its database or
 * without. Meta sends again what was not answered, and at times what was: every message is there once, in its place, and the
 * unread ones are counted right. Replies of the store's people are cut at each step of their way to Meta by the same death.
 */
@Tag("faults")
@TestInstance(Lifecycle.PER_CLASS)
class KilledInboxTest {

    private static final String ACCOUNT = "500000000000077";
    private static final int MESSAGES = 600;
    private static final int PEOPLE = 9;
    private static final int LINES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @AutoClose
    final Fleet fleet = new Fleet();

    @AutoClose
    final CutReplies replies = new CutReplies();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger answered = new AtomicInteger();

    private Shop shop;
    private JdbcClient database;

    @BeforeAll
    void kill() throws Exception {
        var directory = fleet.directory();
        var sendy = fleet.starts(directory, replies.settings());
        var server = new AtomicReference<>(sendy.ready());
        shop = Shop.opens(server.get());
        connects(server.get().withKey(shop.mints("social:read", "social:write")));
        var staff = Shop.opens(server.get()).mints("social:read", "social:write", "messaging:read", "messaging:write");
        replies.open(server.get(), server.get().withKey(staff), sendy.databaseUrl());
        var deliveries = deliveries();
        var waiting = new ConcurrentLinkedQueue<>(deliveries);

        try (var lines = Executors.newVirtualThreadPerTaskExecutor()) {
            var meta = IntStream.range(0, LINES)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> sends(waiting, server), lines))
                    .toList();
            answers(deliveries.size() / 3);
            replies.hang(server.get().withKey(staff), sendy.databaseUrl());
            if (random.nextBoolean()) {
                sendy.killWithDatabase();
            } else {
                sendy.kill();
            }
            replies.release();
            sendy = fleet.starts(directory, replies.settings());
            server.set(sendy.ready());
            meta.forEach(CompletableFuture::join);
        }
        replies.goOn(server.get(), server.get().withKey(staff), sendy.databaseUrl());
        database = JdbcClient.create(new DriverManagerDataSource(sendy.databaseUrl()));
    }

    /** F1 between the claim and Meta's answer: messaging.md 5.4. */
    @Test
    void a_reply_whose_process_dies_at_any_step_is_sent_once_or_shown_as_not_confirmed_and_never_twice() {
        replies.judge();
    }

    @Test
    void every_message_that_meta_sends_until_it_is_answered_is_there_once() {
        var store = UUID.fromString(shop.storeId());
        Waiting.until("all deliveries are read", PATIENCE, () -> unread(database, store) == 0);
        assertThat(database.sql("select external_id from messaging.message where store_id = ?")
                        .param(store)
                        .query(String.class)
                        .list())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, MESSAGES)
                        .mapToObj(KilledInboxTest::id)
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

    private static long unread(JdbcClient database, UUID store) {
        return database.sql(
                        "select count(*) from messaging.inbound_delivery where store_id = ? and processed_at is null")
                .param(store)
                .query(Long.class)
                .single();
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

    private void answers(int more) {
        var goal = answered.get() + more;
        Waiting.until(more + " more deliveries are answered", PATIENCE, () -> answered.get() >= goal);
    }

    /** Until each is answered, whatever becomes of Sendy meanwhile. */
    private void sends(ConcurrentLinkedQueue<byte[]> waiting, AtomicReference<Api> server) {
        for (var body = waiting.poll(); body != null; body = waiting.poll()) {
            var delivery = body;
            Waiting.until("a delivery is answered", PATIENCE, () -> isTaken(server.get(), delivery));
            answered.incrementAndGet();
        }
    }

    private static boolean isTaken(Api server, byte[] body) {
        try {
            return server.withHeader(MetaSignature.HEADER, MetaSignature.sign(SECRET_A, body))
                            .send("POST", "/api/v1/webhooks/social/whatsapp", BodyPublishers.ofByteArray(body), true)
                            .status()
                    == 200;
        } catch (RuntimeException | AssertionError broken) {
            return false;
        }
    }

    private static String id(int message) {
        return "wamid.KILL" + message;
    }

    /** One to four messages each, nearly a third of them once more, in any order. */
    private List<byte[]> deliveries() {
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
}
