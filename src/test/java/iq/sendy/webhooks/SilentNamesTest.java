package iq.sendy.webhooks;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeNameServer;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.ReceiverZoo;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Names whose servers hear and do not answer: they cost the store that gives them, and nobody else. */
@Tag("waits")
@Scenario
public class SilentNamesTest {

    private static final int PLACES = 4;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private final FakeNameServer names = FakeNameServer.shared();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String silent = "." + UUID.randomUUID() + ".silent.example";
    private Shop shop;
    private Hooks hooks;
    private Api greedy;
    private volatile boolean sated;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        hooks = Hooks.of(api, shop);
        greedy = Hooks.of(api, Shop.opens(api)).key();
        names.isSilentAbout(silent);
    }

    @AfterEach
    void close() {
        sated = true;
        threads.close();
    }

    /**
     * So many registrations of dead names at once, which now wait for their servers. Who was given a place asks for another
     * name as soon as one is given up, until {@link #areAnswered}: the places stay taken as long as a busy machine needs.
     */
    private List<CompletableFuture<Api.Reply>> registers(int times, Api key, boolean keyed) {
        var replies = IntStream.range(0, times)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> registersAgain(key, keyed), threads))
                .toList();
        until("as many are asked for as may be", () -> names.asked(silent) >= 2 * PLACES);
        return replies;
    }

    private Api.Reply registersAgain(Api key, boolean keyed) {
        var reply = register(key, keyed);
        while (reply.status() == 200 && !sated) {
            key.delete(Hooks.PATH + "/" + reply.data("id"));
            reply = register(key, keyed);
        }
        return reply;
    }

    private Api.Reply register(Api key, boolean keyed) {
        var id = UUID.randomUUID().toString();
        var client = keyed ? key.withHeader("Idempotency-Key", id) : key;
        return client.post(Hooks.PATH, Hooks.to("https://" + id + silent + "/hook"));
    }

    private void areAnswered(List<CompletableFuture<Api.Reply>> replies) {
        sated = true;
        var all = replies.stream().map(CompletableFuture::join).toList();
        assertThat(all).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 503));
        assertThat(all).filteredOn(reply -> reply.status() == 200).hasSizeGreaterThanOrEqualTo(PLACES);
        assertThat(all).filteredOn(reply -> reply.status() == 503).allSatisfy(reply -> {
            assertThat(reply.faults()).containsExactly("server.busy");
            assertThat(reply.header("Retry-After")).isEqualTo("2");
        });
    }

    private String named(Receiver receiver, String name) {
        names.says(name, 0, "127.0.0.1");
        var made = hooks.key().post(Hooks.PATH, Hooks.to(receiver.url(name), "order.created"));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return made.data("id");
    }

    @Test
    void no_transaction_waits_for_names_under_idempotency_keys_and_no_order_does() {
        var replies = registers(32, greedy, true);

        assertThat(shop.places(Shop.order()).status()).isEqualTo(200);
        assertThat(replies).anyMatch(reply -> !reply.isDone());
        until(
                "who found no place is told so",
                () -> replies.stream().filter(CompletableFuture::isDone).count() >= 32 - PLACES);

        var idle = new AtomicReference<>(0.0);
        // Each is asked for twice in each family before it is given up.
        var asked = names.asked(silent) + 4 * PLACES;
        until("a name was given up at each place", () -> {
            idle.updateAndGet(longest -> Math.max(longest, longestIdle()));
            return names.asked(silent) >= asked;
        });
        assertThat(idle.get()).as("seconds; a name is given up after four").isLessThan(3);
        areAnswered(replies);
    }

    /** For how many seconds a transaction has done nothing by now. */
    private double longestIdle() {
        return backstage.jdbc().sql("""
                        select coalesce(max(extract(epoch from clock_timestamp() - state_change)), 0)::float8
                        from pg_stat_activity where usename = 'sendy_app' and state = 'idle in transaction'
                        """).query(Double.class).single();
    }

    @Test
    void another_stores_delivery_arrives_at_its_first_attempt_meanwhile() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var subscription = named(receiver, "good.silent-names.example");
            var replies = registers(70, greedy, false);

            shop.placesOne();
            until("it is told", () -> receiver.received().size() == 1);

            assertThat(replies).anyMatch(reply -> !reply.isDone());
            assertThat(receiver.received().getFirst().header("x-sendy-attempt")).isEqualTo("1");
            until(
                    "it is noted",
                    () -> hooks.deliveries(subscription, "?status=Delivered").size() == 1);
            areAnswered(replies);
        }
    }

    @Test
    void a_look_up_that_finds_no_place_costs_a_delivery_no_attempt() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var subscription = named(receiver, "own.silent-names.example");
            var replies = registers(2 * PLACES, hooks.key(), false);

            shop.placesOne();
            until("it is given back", () -> givenBack() == 1);
            assertThat(hooks.deliveries(subscription, "").get(0).at("/attempts").size())
                    .isZero();

            sated = true;
            until("it is told", () -> receiver.received().size() == 1);
            assertThat(receiver.received().getFirst().header("x-sendy-attempt")).isEqualTo("1");
            until(
                    "it is noted",
                    () -> hooks.deliveries(subscription, "?status=Delivered").size() == 1);
            var delivery = hooks.deliveries(subscription, "").get(0);
            assertThat(delivery.at("/attempts").size()).isEqualTo(1);
            assertThat(delivery.at("/attempts/0/statusCode").intValue()).isEqualTo(204);
            areAnswered(replies);
        }
    }

    /** Deliveries that were taken and put back as if they had not been. */
    private long givenBack() {
        return backstage
                .jdbc()
                .sql(
                        "select count(*) from jobs.job where store_id = :store and token > 0 and attempts = 0 and owner is null")
                .param("store", UUID.fromString(shop.storeId()))
                .query(Long.class)
                .single();
    }

    @Test
    void a_repeat_under_its_key_asks_for_no_name() {
        names.says("again.silent-names.example", 0, "93.184.215.14");
        var client = hooks.key().withHeader("Idempotency-Key", UUID.randomUUID().toString());
        var body = Hooks.to("https://again.silent-names.example/hook");
        var first = client.post(Hooks.PATH, body);
        var asked = names.asked("again.silent-names.example");

        var second = client.post(Hooks.PATH, body);
        var other = client.post(Hooks.PATH, Hooks.to("https://again.silent-names.example/other"));

        assertThat(first.status()).as(first::toString).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.faults()).containsExactly("Idempotency-Key idempotency.mismatch");
        assertThat(asked).isPositive();
        assertThat(names.asked("again.silent-names.example")).isEqualTo(asked);
        assertThat(hooks.key().get(Hooks.PATH).data("totalCount")).isEqualTo("1");
    }

    @Test
    void what_is_refused_before_the_key_asks_for_no_name() {
        names.says("early.silent-names.example", 0, "93.184.215.14");
        var body = Hooks.to("https://early.silent-names.example/hook");
        var reader = api.withKey(shop.mints("webhooks:read"));

        assertThat(reader.withHeader("Idempotency-Key", "x")
                        .post(Hooks.PATH, body)
                        .status())
                .isEqualTo(403);
        assertThat(hooks.key()
                        .withHeader("Idempotency-Key", "x".repeat(256))
                        .post(Hooks.PATH, body)
                        .faults())
                .containsExactly("Idempotency-Key idempotency.key_invalid");
        assertThat(names.asked("early.silent-names.example")).isZero();
    }
}
