package iq.sendy.webhooks;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.Received;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.ReceiverZoo;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What integrators are told, how often, and how they can tell that it is true. */
@Scenario
class DeliveryTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Shop shop;
    private Hooks hooks;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        hooks = Hooks.of(api, shop);
    }

    private static String bare(String secret, Received received) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(received.body().toArray()));
    }

    /** As the official library does it: it throws when it does not hold. */
    private static void verifies(String secret, Received received) throws Exception {
        var headers = received.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        new Webhook(secret)
                .verify(
                        new String(received.body().toArray(), StandardCharsets.UTF_8),
                        HttpHeaders.of(headers, (_, _) -> true));
    }

    /** The jobs of this store are due now, whatever they were waiting for. */
    private void timePasses() {
        changes("update jobs.job set due_at = now() where store_id = :store and owner is null");
        changes("update jobs.store_due set due_at = now() where store_id = :store");
    }

    private void changes(String sql) {
        backstage
                .jdbc()
                .sql(sql)
                .param("store", UUID.fromString(shop.storeId()))
                .update();
    }

    @Test
    void an_order_is_told_once_and_both_signatures_hold() throws Exception {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var made = hooks.subscribes(receiver, "order.created");
            var order = shop.places(Shop.order());

            until("it is told", () -> receiver.received().size() == 1);
            var received = receiver.received().getFirst();
            var body = Hooks.body(received);
            assertThat(received.header("x-sendy-signature")).isEqualTo(bare(made.data("secret"), received));
            verifies(made.data("secret"), received);
            assertThat(received.header("x-sendy-event-id"))
                    .isEqualTo(body.get("event_id").stringValue());
            assertThat(received.header("user-agent")).isEqualTo("Sendy-Webhooks/1");
            assertThat(received.header("content-type")).isEqualTo("application/json; charset=utf-8");
            assertThat(received.header("x-sendy-attempt")).isEqualTo("1");
            assertThat(body.at("/resource/type").stringValue()).isEqualTo("order");
            assertThat(body.at("/resource/id").stringValue()).isEqualTo(order.data("id"));
            assertThat(body.at("/resource/sequence").intValue()).isEqualTo(1);
            assertThat(body.at("/store_id").stringValue()).isEqualTo(shop.storeId());
            assertThat(body.at("/data/publicId").stringValue()).isEqualTo(order.data("publicId"));
            assertThat(body.at("/data/customerName").stringValue()).isEqualTo("زينب علي");
            assertThat(body.at("/data").has("timeline")).isFalse();
            var id = made.data("id");
            until("it is noted", () -> hooks.deliveries(id, "?status=Delivered").size() == 1);
            var delivery = hooks.deliveries(id, "").get(0);
            assertThat(delivery.at("/eventId").stringValue()).isEqualTo(received.header("x-sendy-event-id"));
            assertThat(delivery.at("/attempts/0/statusCode").intValue()).isEqualTo(204);
            assertThat(delivery.at("/attempts/0/errorClass").isNull()).isTrue();
            assertThat(delivery.at("/nextAttemptAt").isNull()).isTrue();
        }
    }

    @Test
    void a_subscription_hears_what_it_asked_for_and_no_other_store() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            hooks.subscribes(receiver, "order.delivered", "order.cancelled");
            var other = Shop.opens(api);
            var cancelled = other.placesOne();
            other.moves(cancelled, "Cancelled");
            var order = shop.placesOne();
            for (var step : List.of("Confirmed", "InTransit", "OutForDelivery", "Delivered")) {
                assertThat(shop.moves(order, step).status()).isEqualTo(200);
            }

            until("it is told", () -> !receiver.received().isEmpty());
            assertThat(Hooks.types(receiver)).containsExactly("order.delivered");
            // Created 1, three steps 2 to 4, and the delivery both a step and a delivery.
            assertThat(Hooks.body(receiver.received().getFirst())
                            .at("/resource/sequence")
                            .intValue())
                    .isEqualTo(6);
        }
    }

    @Test
    void an_order_with_items_tells_of_its_stock_too_and_numbers_have_no_gap() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var goods = Goods.of(shop);
            goods.sells("ROSE", 5_000, 7);
            hooks.subscribes(receiver);
            var order = Shop.order();
            order.remove("orderValue");
            order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 3);
            assertThat(shop.places(order).status()).isEqualTo(200);

            until("all is told", () -> receiver.received().size() == 3);
            assertThat(Hooks.types(receiver))
                    .containsExactlyInAnyOrder("order.created", "inventory.updated", "inventory.low");
            var updated = told(receiver, "inventory.updated");
            var low = told(receiver, "inventory.low");
            assertThat(Hooks.body(updated).at("/data/quantityAvailable").intValue())
                    .isEqualTo(4);
            assertThat(Hooks.body(low).at("/resource/sequence").intValue())
                    .isEqualTo(Hooks.body(updated).at("/resource/sequence").intValue() + 1);
            assertThat(goods.put("/catalog/inventory/" + goods.row("ROSE"), "{\"quantityOnHand\":20}")
                            .status())
                    .isEqualTo(200);
            until("the count is told", () -> receiver.received().size() == 4);
            assertThat(Hooks.body(receiver.received().getLast())
                            .at("/resource/sequence")
                            .intValue())
                    .isEqualTo(Hooks.body(low).at("/resource/sequence").intValue() + 1);
        }
    }

    private static Received told(Receiver receiver, String type) {
        return receiver.received().stream()
                .filter(received -> type.equals(received.header("x-sendy-event")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_failure_is_tried_again_with_the_same_bytes_and_dies_after_the_twelfth() {
        try (var receiver = Receiver.that(ReceiverZoo.answers(500))) {
            var id = hooks.subscribes(receiver, "order.created").data("id");
            shop.placesOne();
            for (var attempt = 1; attempt <= 12; attempt++) {
                var made = attempt;
                until("attempt " + made, () -> {
                    closesBreaker();
                    timePasses();
                    return receiver.received().size() >= made;
                });
            }

            until("it is dead", () -> hooks.deliveries(id, "?status=Dead").size() == 1);
            assertThat(receiver.received()).hasSize(12);
            assertThat(receiver.received().stream().map(Received::body).distinct())
                    .hasSize(1);
            assertThat(receiver.received().stream().map(received -> received.header("x-sendy-attempt")))
                    .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
            var delivery = hooks.deliveries(id, "").get(0);
            assertThat(delivery.get("attempts").size()).isEqualTo(12);
            assertThat(delivery.at("/attempts/11/errorClass").stringValue()).isEqualTo("status");
            assertThat(delivery.at("/attempts/11/bodyHead").stringValue()).isEqualTo("ok");
        }
    }

    @Test
    void attempts_that_died_with_their_processes_are_in_the_log_each_of_them() {
        var gate = new CountDownLatch(1);
        try (var receiver = Receiver.that(visit -> {
            while (visit.read() != null) {
                gate.await();
                visit.say("HTTP/1.1 500 As Told\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            var id = hooks.subscribes(receiver, "order.created").data("id");
            shop.placesOne();
            until("the first is under way", () -> receiver.received().size() == 1);
            // The second would follow within seconds, which a busy machine takes for a look.
            changes("insert into jobs.paused_store (store_id, paused_at) values (:store, now())");
            gate.countDown();
            until(
                    "the first is noted",
                    () -> hooks.deliveries(id, "").at("/0/attempts").size() == 1);
            // The second and the third were begun by processes that died before they noted anything.
            changes("""
                    update jobs.job set owner = 'killed', attempts = 3, lost = 1, token = token + 2, due_at = now()
                    where store_id = :store and owner is null
                    """);
            changes("delete from jobs.paused_store where store_id = :store");
            timePasses();

            until(
                    "the fourth is noted",
                    () -> hooks.deliveries(id, "").at("/0/attempts").size() == 4);
            var attempts = hooks.deliveries(id, "").at("/0/attempts");
            assertThat(attempts.valueStream().map(each -> each.get("errorClass").stringValue()))
                    .containsExactly("status", "lost", "lost", "status");
            assertThat(receiver.received().getLast().header("x-sendy-attempt")).isEqualTo("4");
            Invariants.hold(backstage.jdbc(), UUID.fromString(shop.storeId()));
        }
    }

    private void closesBreaker() {
        changes("""
                update webhooks.subscription set open_from = null, trips = 0, window_from = null,
                    window_attempts = 0, window_failures = 0 where store_id = :store
                """);
    }

    @Test
    void a_receiver_that_holds_one_secret_loses_nothing_over_a_rotation() {
        var secret = new String[1];
        try (var receiver = Receiver.that(visit -> {
            for (var received = visit.read(); received != null; received = visit.read()) {
                var good = Objects.equals(received.header("x-sendy-signature"), signed(secret[0], received));
                visit.say("HTTP/1.1 " + (good ? "200" : "401") + " As Told\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            var made = hooks.subscribes(receiver, "order.created");
            secret[0] = made.data("secret");
            var id = made.data("id");
            var rotated = hooks.key().post(Hooks.PATH + "/" + id + "/rotate-secret", Api.object());
            shop.placesOne();

            // The next follows within seconds, which a busy machine takes for a look; how many there were is said
            // below.
            until(
                    "it is refused",
                    () -> !hooks.deliveries(id, "").at("/0/attempts").isEmpty());
            timePasses();
            until("it is taken", () -> hooks.deliveries(id, "?status=Delivered").size() == 1);
            assertThat(receiver.received()).hasSize(2);
            assertThat(receiver.received().getFirst().header("x-sendy-signature-previous"))
                    .isEqualTo(signed(secret[0], receiver.received().getFirst()));
            secret[0] = rotated.data("secret");
            shop.placesOne();
            until(
                    "the new secret is enough",
                    () -> hooks.deliveries(id, "?status=Delivered").size() == 2);
            assertThat(receiver.received()).hasSize(3);
        }
    }

    private static String signed(String secret, Received received) {
        try {
            return bare(secret, received);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void during_a_rotation_both_secrets_verify_with_the_official_library() throws Exception {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var made = hooks.subscribes(receiver, "order.created");
            var path = Hooks.PATH + "/" + made.data("id") + "/rotate-secret";
            var second = hooks.key().post(path, Api.object());
            shop.placesOne();
            until("it is told", () -> receiver.received().size() == 1);

            verifies(made.data("secret"), receiver.received().getFirst());
            verifies(second.data("secret"), receiver.received().getFirst());
            hooks.key().post(path, Api.object("{\"overlapSeconds\": 0}"));
            shop.placesOne();
            until("it is told", () -> receiver.received().size() == 2);
            var last = receiver.received().getLast();
            assertThat(last.header("x-sendy-signature-previous")).isNull();
            assertThat(last.header("webhook-signature")).doesNotContain(" ");
        }
    }

    @Test
    void gone_disables_at_once_and_enabling_drains_what_waited() {
        var open = new boolean[1];
        try (var receiver = Receiver.that(visit -> {
            while (visit.read() != null) {
                visit.say("HTTP/1.1 " + (open[0] ? "200" : "410") + " As Told\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            var id = hooks.subscribes(receiver, "order.created").data("id");
            shop.placesOne();
            until(
                    "it is disabled",
                    () -> hooks.key()
                            .get(Hooks.PATH + "/" + id)
                            .data("disabledReason")
                            .equals("gone"));
            shop.placesOne();
            shop.placesOne();

            assertThat(receiver.received()).hasSize(1);
            assertThat(hooks.deliveries(id, "?status=Pending").size()).isEqualTo(3);
            assertThat(hooks.deliveries(id, "").at("/0/nextAttemptAt").isNull()).isTrue();
            open[0] = true;
            hooks.key().put(Hooks.PATH + "/" + id, Api.object("{\"isEnabled\": true}"));
            timePasses();
            until(
                    "all have come",
                    () -> hooks.deliveries(id, "?status=Delivered").size() == 3);
        }
    }

    @Test
    void a_test_event_goes_to_one_subscription_whatever_it_listens_to() {
        try (var receiver = Receiver.that(ReceiverZoo.fast());
                var another = Receiver.that(ReceiverZoo.fast())) {
            var id = hooks.subscribes(receiver, "order.created").data("id");
            hooks.subscribes(another);
            var tested = hooks.key().post(Hooks.PATH + "/" + id + "/test");

            until("it is told", () -> receiver.received().size() == 1);
            var body = Hooks.body(receiver.received().getFirst());
            assertThat(body.at("/event_type").stringValue()).isEqualTo("webhook.test");
            assertThat(body.at("/event_id").stringValue()).isEqualTo(tested.data("eventId"));
            assertThat(body.at("/resource/id").stringValue()).isEqualTo(id);
            assertThat(hooks.deliveries(id, "").at("/0/id").stringValue()).isEqualTo(tested.data("id"));
            assertThat(another.received()).isEmpty();
        }
    }

    @Test
    void a_delivery_is_replayed_with_its_id_and_bytes_but_not_while_it_is_pending() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var id = hooks.subscribes(receiver, "order.created").data("id");
            shop.placesOne();
            until("it is told", () -> hooks.deliveries(id, "?status=Delivered").size() == 1);
            var delivery = hooks.deliveries(id, "").at("/0/id").stringValue();
            var path = Hooks.PATH + "/" + id + "/deliveries/" + delivery + "/replay";
            var again = hooks.key().post(path);

            assertThat(again.data("status")).isEqualTo("Pending");
            until("it is told again", () -> receiver.received().size() == 2);
            assertThat(receiver.received().get(1).body())
                    .isEqualTo(receiver.received().get(0).body());
            assertThat(receiver.received().get(1).header("x-sendy-attempt")).isEqualTo("2");
            hooks.key().put(Hooks.PATH + "/" + id, Api.object("{\"isEnabled\": false}"));
            shop.placesOne();
            var waiting = hooks.deliveries(id, "?status=Pending").at("/0/id").stringValue();
            assertThat(hooks.key()
                            .post(Hooks.PATH + "/" + id + "/deliveries/" + waiting + "/replay")
                            .faults())
                    .containsExactly("delivery.pending");
            assertThat(hooks.key()
                            .post(Hooks.PATH + "/" + id + "/deliveries/" + UUID.randomUUID() + "/replay")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void what_was_missed_is_recovered() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            shop.placesOne();
            shop.placesOne();
            var id = hooks.subscribes(receiver, "order.created").data("id");
            var path = Hooks.PATH + "/" + id + "/recover";
            var recovered = hooks.key().post(path, Api.object("{\"since\": \"" + yesterday() + "\"}"));

            assertThat(recovered.data("planned")).isEqualTo("2");
            until("both have come", () -> receiver.received().size() == 2);
            until(
                    "both are noted",
                    () -> hooks.deliveries(id, "?status=Delivered").size() == 2);
            assertThat(hooks.key()
                            .post(path, Api.object("{\"since\": \"" + yesterday() + "\"}"))
                            .data("planned"))
                    .isEqualTo("0");
            assertThat(hooks.key()
                            .post(path, Api.object("{\"since\": \"2020-01-01T00:00:00Z\"}"))
                            .faults())
                    .containsExactly("since field.out_of_range");
            assertThat(hooks.key().post(path, Api.object("{}")).faults()).containsExactly("since field.required");
        }
    }

    private static String yesterday() {
        return Instant.now().minusSeconds(86_400).toString();
    }

    @Test
    void an_ended_subscription_leaves_nothing_behind() {
        try (var receiver = Receiver.that(ReceiverZoo.answers(500))) {
            var id = hooks.subscribes(receiver, "order.created").data("id");
            shop.placesOne();
            until("it was tried", () -> !receiver.received().isEmpty());
            assertThat(hooks.key().delete(Hooks.PATH + "/" + id).status()).isEqualTo(200);

            until(
                    "no job is left",
                    () -> backstage
                                    .jdbc()
                                    .sql("select count(*) from jobs.job where store_id = :store")
                                    .param("store", UUID.fromString(shop.storeId()))
                                    .query(Long.class)
                                    .single()
                            == 0);
            assertThat(shop.places(Shop.order()).status()).isEqualTo(200);
        }
    }
}
