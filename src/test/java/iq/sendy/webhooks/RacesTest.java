package iq.sendy.webhooks;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.Received;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.ReceiverZoo;
import iq.sendy.jobs.JobAdmin;
import iq.sendy.kernel.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an owner does with a subscription at the very moment at which it is told of something. */
@Scenario
class RacesTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    JobAdmin jobAdmin;

    private Shop shop;
    private Hooks hooks;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        hooks = Hooks.of(api, shop);
    }

    private UUID store() {
        return UUID.fromString(shop.storeId());
    }

    private long count(String from) {
        return backstage
                .jdbc()
                .sql("select count(*) from " + from)
                .param("store", store())
                .query(Long.class)
                .single();
    }

    private String path(String subscription) {
        return Hooks.PATH + "/" + subscription;
    }

    private void timePasses() {
        for (var sql : List.of(
                "update jobs.job set due_at = now() where store_id = :store and owner is null",
                "update jobs.store_due set due_at = now() where store_id = :store")) {
            backstage.jdbc().sql(sql).param("store", store()).update();
        }
    }

    private void everythingIsDelivered(int many) {
        until("all is delivered", () -> {
            timePasses();
            return count("webhooks.delivery where store_id = :store and status = 'Delivered'") == many;
        });
        Invariants.hold(backstage.jdbc(), store());
    }

    private static Object since() {
        return Api.object().put("since", Instant.now().minusSeconds(3_600).toString());
    }

    @Test
    void subscriptions_end_while_they_are_told_and_leave_nothing_behind() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            for (var round = 0; round < 5; round++) {
                var ids = IntStream.range(0, 6)
                        .mapToObj(_ -> hooks.subscribes(receiver).data("id"))
                        .toList();
                var statuses = Shop.atOnce(
                        18,
                        i -> i % 3 == 0
                                ? hooks.key().delete(path(ids.get(i / 3))).status()
                                : shop.places(Shop.order()).status());
                assertThat(statuses).containsOnly(200);
            }

            until("no job is left", () -> count("jobs.job where store_id = :store") == 0);
            assertThat(count("webhooks.delivery where store_id = :store")).isZero();
            assertThat(count("webhooks.attempt where store_id = :store")).isZero();
            Invariants.hold(backstage.jdbc(), store());
        }
    }

    @Test
    void a_subscription_that_ends_while_it_recovers_leaves_nothing_behind() throws Exception {
        try (var receiver = Receiver.that(ReceiverZoo.fast());
                var superuser = connected()) {
            IntStream.range(0, 3).forEach(_ -> shop.placesOne());
            var id = hooks.subscribes(receiver).data("id");
            hold(superuser, "webhooks.event");
            // What is planned now names these events, and waits for them.
            assertThat(hooks.key().post(path(id) + "/recover", since()).data("planned"))
                    .isEqualTo("3");
            until("it waits", () -> waiting() == 1);
            var deleted = CompletableFuture.supplyAsync(() -> hooks.key().delete(path(id)));
            until("the end is at the same point", () -> deleted.isDone() || waiting() == 2);
            superuser.rollback();

            assertThat(deleted.join().status()).isEqualTo(200);
            until("no job is left", () -> count("jobs.job where store_id = :store") == 0);
            assertThat(count("webhooks.delivery where store_id = :store")).isZero();
            Invariants.hold(backstage.jdbc(), store());
        }
    }

    @Test
    void nobody_waits_for_what_a_subscription_leaves_behind() throws Exception {
        try (var receiver = Receiver.that(ReceiverZoo.fast());
                var superuser = connected()) {
            var path = path(hooks.subscribes(receiver).data("id"));
            shop.placesOne();
            everythingIsDelivered(1);
            var delivery = hooks.key().get(path + "/deliveries").data("items.0.id");
            jobAdmin.pause(new StoreId(store()));
            hold(superuser, "webhooks.delivery");

            assertThat(hooks.key().delete(path).status()).isEqualTo(200);

            assertThat(hooks.key().get(path).status()).isEqualTo(404);
            assertThat(hooks.key().get(Hooks.PATH).data("totalCount")).isEqualTo("0");
            assertThat(hooks.key()
                            .post(path + "/deliveries/" + delivery + "/replay")
                            .status())
                    .isEqualTo(404);
            assertThat(hooks.key().post(path + "/recover", since()).status()).isEqualTo(404);
            shop.placesOne();
            assertThat(count("webhooks.delivery where store_id = :store")).isOne();
            superuser.rollback();

            jobAdmin.resume(new StoreId(store()));
            until("no job is left", () -> count("jobs.job where store_id = :store") == 0);
            assertThat(count("webhooks.delivery where store_id = :store")).isZero();
            assertThat(count("webhooks.subscription where store_id = :store")).isZero();
            assertThat(receiver.received()).hasSize(1);
        }
    }

    private Connection connected() throws SQLException {
        var connection = DriverManager.getConnection(backstage.url());
        connection.setAutoCommit(false);
        return connection;
    }

    private void hold(Connection superuser, String table) throws SQLException {
        try (var statement = superuser.prepareStatement("select 1 from " + table + " where store_id = ? for update")) {
            statement.setObject(1, store());
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private long waiting() {
        return backstage.jdbc().sql("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and (query like '%webhooks.event%' or query like '%webhooks.sub%')
                        """).query(Long.class).single();
    }

    @Test
    void four_who_recover_at_once_are_told_of_each_event_once() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            IntStream.range(0, 20).forEach(_ -> shop.placesOne());
            var id = hooks.subscribes(receiver).data("id");

            var replies = Shop.atOnce(4, _ -> hooks.key().post(path(id) + "/recover", since()));

            assertThat(replies).allMatch(reply -> reply.status() == 200);
            until("no job is left", () -> count("jobs.job where store_id = :store") == 0);
            assertThat(receiver.received()).hasSize(20);
            everythingIsDelivered(20);
        }
    }

    @Test
    void of_six_who_replay_at_once_one_does_and_five_are_refused() {
        var gate = new CountDownLatch(1);
        var told = new CopyOnWriteArrayList<Received>();
        try (var receiver = Receiver.that(visit -> {
            for (var received = visit.read(); received != null; received = visit.read()) {
                told.add(received);
                if (told.size() > 1) {
                    gate.await();
                }
                visit.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            var id = hooks.subscribes(receiver).data("id");
            shop.placesOne();
            everythingIsDelivered(1);
            var delivery = hooks.deliveries(id, "").at("/0/id").stringValue();

            var replies = Shop.atOnce(6, _ -> hooks.key().post(path(id) + "/deliveries/" + delivery + "/replay"));

            assertThat(replies.stream().map(Api.Reply::status).sorted()).containsExactly(200, 409, 409, 409, 409, 409);
            gate.countDown();
            everythingIsDelivered(1);
            assertThat(told.stream().map(each -> each.header("x-sendy-attempt")))
                    .containsExactly("1", "2");
        }
    }

    @Test
    void every_attempt_during_rotations_is_signed_by_a_secret_that_holds() throws Exception {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var made = hooks.subscribes(receiver);
            var path = path(made.data("id")) + "/rotate-secret";
            var secrets = new CopyOnWriteArrayList<>(List.of(made.data("secret")));
            Shop.atOnce(24, i -> {
                if (i % 6 == 0) {
                    secrets.add(hooks.key().post(path, Api.object()).data("secret"));
                    return 200;
                }
                return shop.places(Shop.order()).status();
            });
            everythingIsDelivered(20);
            for (var received : receiver.received()) {
                assertThat(secrets.stream().map(secret -> bare(secret, received)))
                        .contains(received.header("x-sendy-signature"));
            }

            var last = hooks.key()
                    .post(path, Api.object().put("overlapSeconds", 0))
                    .data("secret");
            shop.placesOne();
            everythingIsDelivered(21);
            assertThat(receiver.received().getLast().header("x-sendy-signature"))
                    .isEqualTo(bare(last, receiver.received().getLast()));
        }
    }

    @Test
    void what_waits_behind_a_slow_attempt_is_sent_as_its_owner_wants_it_now() {
        var gate = new CountDownLatch(1);
        var slow = new AtomicInteger();
        try (var old = Receiver.that(visit -> {
                    for (var received = visit.read(); received != null; received = visit.read()) {
                        if (slow.incrementAndGet() > 40) {
                            gate.await();
                        }
                        visit.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                    }
                });
                var fresh = Receiver.that(ReceiverZoo.fast())) {
            var made = hooks.subscribes(old);
            var path = path(made.data("id"));
            // A backlog, since who has done well is given many at once.
            hooks.key().put(path, Api.object().put("isEnabled", false));
            IntStream.range(0, 80).forEach(_ -> shop.placesOne());
            hooks.key().put(path, Api.object().put("isEnabled", true));
            until("four hang and others wait behind them", () -> slow.get() == 44 && held() > 4);

            var secret = hooks.key()
                    .post(path + "/rotate-secret", Api.object().put("overlapSeconds", 0))
                    .data("secret");
            hooks.key().put(path, Api.object().put("url", fresh.url()));
            until(
                    "a second is over",
                    () -> count("jobs.job where store_id = :store and owner is not null"
                                    + " and due_at < now() + interval '58.5 s'")
                            > 4);
            gate.countDown();
            everythingIsDelivered(80);

            assertThat(old.received()).hasSize(44);
            assertThat(fresh.received())
                    .hasSize(36)
                    .allSatisfy(received ->
                            assertThat(received.header("x-sendy-signature")).isEqualTo(bare(secret, received)));
        }
    }

    private long held() {
        return count("jobs.job where store_id = :store and owner is not null");
    }

    private static String bare(String secret, Received received) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(received.body().toArray()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void one_that_is_disabled_and_enabled_while_it_is_told_loses_nothing() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var id = hooks.subscribes(receiver).data("id");
            var statuses = Shop.atOnce(
                    40,
                    i -> i % 4 == 0
                            ? hooks.key()
                                    .put(path(id), Api.object().put("isEnabled", i % 8 == 0))
                                    .status()
                            : shop.places(Shop.order()).status());
            assertThat(statuses).containsOnly(200);
            hooks.key().put(path(id), Api.object().put("isEnabled", true));

            everythingIsDelivered(30);
            assertThat(receiver.received().stream()
                            .map(each -> each.header("webhook-id"))
                            .distinct())
                    .hasSize(30);
        }
    }
}
