package iq.sendy.messaging;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/** However those who write race, and however often a client comes and goes, it is told all of it once and in order. */
@Scenario
class RacingStreamTest {

    private static final int WRITERS = 8;
    private static final int STEPS = 30;
    private static final long SEED = 20_261_129L;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    private Chats chats;
    private StoreId store;
    private Map<String, String> key;
    private List<UUID> conversations;
    private List<UUID> messages;

    @BeforeEach
    void a_shop_with_conversations() {
        chats = new Chats(backstage, transactions, events);
        var shop = Shop.opens(api);
        store = Chats.store(shop);
        key = Map.of("X-API-Key", shop.mints("messaging:read"));
        conversations = new ArrayList<>();
        messages = new ArrayList<>();
        for (var i = 0; i < 4; i++) {
            conversations.add(chats.conversation(store));
            messages.add(chats.message(store, conversations.getLast(), "رسالة " + i));
        }
    }

    /** A transaction that tells a few things and takes its time, or that comes to nothing. */
    private void writes(Random random) {
        var pick = random.nextInt(conversations.size());
        var waits = random.nextInt(2_000_000);
        try {
            chats.inStore(store, () -> {
                events.publishEvent(new MessageReceived(store, conversations.get(pick), messages.get(pick)));
                if (random.nextBoolean()) {
                    events.publishEvent(new ConversationChanged(store, conversations.get(pick)));
                }
                LockSupport.parkNanos(waits);
                if (random.nextInt(5) == 0) {
                    throw new IllegalStateException("comes to nothing");
                }
            });
        } catch (IllegalStateException nothing) {
            assertThat(nothing).hasMessage("comes to nothing");
        }
    }

    /** Watches, leaves after a few events and comes back, until it has seen the last one; answers all that it was told. */
    private List<LiveClient.Told> watches(Random random, AtomicInteger writing) {
        var told = new ArrayList<LiveClient.Told>();
        String last = "0";
        while (true) {
            var few = 1 + random.nextInt(20);
            try (var client = LiveClient.opens(api, Api.KEYS, key, last)) {
                until(
                        "some came, or no more will",
                        () -> client.over() || client.told().size() >= few || seenAll(client, writing));
                told.addAll(client.told());
                if (!client.told().isEmpty()) {
                    last = told.getLast().id();
                }
            }
            if (writing.get() == 0 && Long.parseLong(last) == head()) {
                return told;
            }
        }
    }

    private boolean seenAll(LiveClient client, AtomicInteger writing) {
        return writing.get() == 0
                && (client.told().isEmpty()
                        || Long.parseLong(client.told().getLast().id()) == head());
    }

    private long head() {
        return backstage
                .jdbc()
                .sql("select coalesce(max(seq), 0) from messaging.stream_event where store_id = :store")
                .param("store", store.value())
                .query(Long.class)
                .single();
    }

    @Test
    void no_event_is_left_out_told_twice_or_told_before_its_turn() {
        chats.says(store, new ConversationChanged(store, conversations.getFirst()));
        var writing = new AtomicInteger(WRITERS);
        var seen = Shop.atOnce(WRITERS + 4, i -> {
            var random = new Random(SEED + i);
            if (i >= WRITERS) {
                return watches(random, writing);
            }
            for (var step = 0; step < STEPS; step++) {
                writes(random);
            }
            writing.decrementAndGet();
            return List.<LiveClient.Told>of();
        });

        var all = LongStream.rangeClosed(1, head()).mapToObj(Long::toString).toList();
        assertThat(all).hasSizeGreaterThan(WRITERS * STEPS / 2);
        for (var client : seen.subList(WRITERS, seen.size())) {
            assertThat(client)
                    .extracting(LiveClient.Told::id)
                    .as("seed " + SEED)
                    .containsExactlyElementsOf(all);
        }
        assertThat(backstage
                        .jdbc()
                        .sql(
                                "select seq::text || ' ' || kind from messaging.stream_event where store_id = :store order by seq")
                        .param("store", store.value())
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(seen.getLast().stream()
                        .map(told -> told.id() + " " + told.event())
                        .toList());
    }
}
