package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The order's way through its machine: what moves it, what it costs, and what is refused. */
@Scenario
public class OrderStepsTest {

    /** The machine of contract section 3, written down once more by hand. */
    private static final Map<String, Set<String>> MACHINE = Map.ofEntries(
            Map.entry("Pending", Set.of("Confirmed", "Ready", "InTransit", "Cancelled")),
            Map.entry("Confirmed", Set.of("Ready", "InTransit", "Cancelled")),
            Map.entry("Ready", Set.of("InTransit", "Cancelled")),
            Map.entry("InTransit", Set.of("OutForDelivery", "Postponed", "Refused")),
            Map.entry("OutForDelivery", Set.of("Delivered", "Postponed", "Refused")),
            Map.entry("Postponed", Set.of("OutForDelivery", "Refused")),
            Map.entry("Refused", Set.of("Returning")),
            Map.entry("Returning", Set.of("Returned")),
            Map.entry("Delivered", Set.of()),
            Map.entry("Returned", Set.of()),
            Map.entry("Cancelled", Set.of()));

    @Autowired
    Api api;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    @Test
    void an_order_goes_its_way_and_the_money_follows() {
        var order = shop.placesOne();
        for (var step : List.of("Confirmed", "ready", "InTransit", "OUTFORDELIVERY", "Delivered")) {
            assertThat(shop.moves(order, step).status()).as(step).isEqualTo(200);
        }

        var delivered = shop.key().get(Api.KEYS + "/orders/" + order);

        assertThat(delivered.data("status")).isEqualTo("Delivered");
        assertThat(delivered.data("payment.status")).isEqualTo("Collected");
        assertThat(delivered.data("payment.amountCollected")).isEqualTo("25000");
        assertThat(delivered.data("payment.amountDue")).isEqualTo("0");
        assertThat(delivered.data("timeline.5.status")).isEqualTo("Delivered");
        assertThat(delivered.data("timeline.5.type")).isEqualTo("status");
        assertThat(delivered.data("timeline.5.actor.kind")).isEqualTo("key");
    }

    @Test
    void every_answer_that_is_one_order_tells_its_timeline() {
        var created = shop.places(Shop.order());
        var order = created.data("id");
        var path = Api.KEYS + "/orders/" + order;

        var moved = shop.key().put(path, Shop.order());
        var confirmed = shop.moves(order, "Confirmed");
        var cancelled = shop.key().post(path + "/cancel", Api.object().put("reason", "changed their mind"));

        assertThat(created.data("timeline")).isEqualTo("[" + confirmed.data("timeline.0") + "]");
        assertThat(moved.data("timeline.1.type")).isEqualTo("address");
        assertThat(confirmed.data("timeline.2.status")).isEqualTo("Confirmed");
        assertThat(cancelled.data("timeline.3.note")).isEqualTo("changed their mind");
        assertThat(cancelled.data("timeline")).isEqualTo(shop.key().get(path).data("timeline"));
    }

    @Test
    void a_put_is_checked_as_a_create_is_but_for_stock_and_codes() {
        var path = Api.KEYS + "/orders/" + shop.placesOne();
        var body = Shop.order().put("discountCode", "NOBODYS");
        assertThat(shop.key().put(path, body).status()).isEqualTo(200);

        body.putArray("items").addObject().put("sku", "NOTHING").put("quantity", 1);

        assertThat(shop.key().put(path, body).faults()).containsExactly("items[0].sku product.unknown");
    }

    @Test
    void a_refused_parcel_is_owed_nothing_and_comes_back() {
        var order = shop.placesOne();
        for (var step : List.of("InTransit", "Postponed", "OutForDelivery", "Refused")) {
            assertThat(shop.moves(order, step).status()).as(step).isEqualTo(200);
        }
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("payment.status"))
                .isEqualTo("Void");
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("payment.amountDue"))
                .isEqualTo("0");
        assertThat(shop.moves(order, "Returning").status()).isEqualTo(200);
        assertThat(shop.moves(order, "Returned").data("status")).isEqualTo("Returned");
    }

    @Test
    void a_picked_up_order_is_delivered_at_the_counter() {
        var order = shop.places(Shop.order().put("deliveryMode", "Pickup")).data("id");

        assertThat(shop.moves(order, "Delivered").status()).isEqualTo(409);
        shop.moves(order, "Confirmed");
        assertThat(shop.moves(order, "Delivered").data("payment.status")).isEqualTo("Collected");
    }

    @Test
    void random_walks_end_where_the_machine_says() {
        var seed = 20261125L;
        var random = new SplittableRandom(seed);
        var words = new ArrayList<>(MACHINE.keySet());
        words.sort(null);
        for (var walk = 0; walk < 30; walk++) {
            var order = shop.placesOne();
            var at = "Pending";
            var way = new ArrayList<String>();
            for (var step = 0; step < 12; step++) {
                var to = words.get(random.nextInt(words.size()));
                way.add(to);
                var moved = shop.moves(order, to);
                var allowed = MACHINE.getOrDefault(at, Set.of()).contains(to);
                assertThat(moved.status())
                        .as("seed %d, %s after %s", seed, way, at)
                        .isEqualTo(allowed ? 200 : 409);
                if (allowed) {
                    at = to;
                } else {
                    assertThat(moved.faults()).containsExactly("order.status.forbidden");
                    assertThat(moved.json()
                                    .get("errors")
                                    .get(0)
                                    .get("allowed")
                                    .valueStream()
                                    .map(n -> n.stringValue()))
                            .containsExactlyInAnyOrderElementsOf(MACHINE.getOrDefault(at, Set.of()));
                }
            }
            assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("status"))
                    .isEqualTo(at);
        }
    }

    @Test
    void cancelling_works_until_hand_over_and_once() {
        var order = shop.placesOne();

        var cancelled = shop.key().post(Api.KEYS + "/orders/" + order + "/cancel", "{\"reason\":\"غيّر رأيه\"}");

        assertThat(cancelled.data("status")).isEqualTo("Cancelled");
        assertThat(cancelled.data("payment.status")).isEqualTo("Void");
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("timeline.1.note"))
                .isEqualTo("غيّر رأيه");
        assertThat(shop.key().post(Api.KEYS + "/orders/" + order + "/cancel").faults())
                .containsExactly("order.status.forbidden");
        assertThat(shop.key().delete(Api.KEYS + "/orders/" + order).status()).isEqualTo(409);

        var gone = shop.placesOne();
        shop.moves(gone, "InTransit");
        assertThat(shop.key().delete(Api.KEYS + "/orders/" + gone).status()).isEqualTo(409);
        var third = shop.placesOne();
        assertThat(shop.key().delete(Api.KEYS + "/orders/" + third).data("status"))
                .isEqualTo("Cancelled");
    }

    @Test
    void of_thirty_who_cancel_at_once_one_does() {
        var order = shop.placesOne();

        var answers = Shop.atOnce(
                30,
                _ -> shop.key().post(Api.KEYS + "/orders/" + order + "/cancel").status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(29);
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data().get("timeline"))
                .hasSize(2);
    }

    @Test
    void of_hand_over_and_cancel_at_once_one_wins() {
        for (var round = 0; round < 10; round++) {
            var order = shop.placesOne();
            var answers = Shop.atOnce(
                    2,
                    i -> i == 0
                            ? shop.moves(order, "InTransit").status()
                            : shop.key()
                                    .post(Api.KEYS + "/orders/" + order + "/cancel")
                                    .status());
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void a_step_that_is_no_word_or_lies_ahead_is_refused() {
        var order = shop.placesOne();
        var path = Api.KEYS + "/orders/" + order + "/status";

        assertThat(shop.key().post(path, "{\"status\":\"Lost\"}").faults())
                .containsExactly("status field.unknown_value");
        assertThat(shop.key().post(path, "{}").faults()).containsExactly("status field.required");
        assertThat(shop.key().post(path).status()).isEqualTo(415);
        assertThat(shop.key()
                        .post(path, "{\"status\":\"Confirmed\",\"occurredAt\":\"2999-01-01T00:00:00Z\"}")
                        .faults())
                .containsExactly("occurredAt field.out_of_range");
        assertThat(shop.key()
                        .post(path, "{\"status\":\"Confirmed\",\"occurredAt\":\"1899-12-31\"}")
                        .faults())
                .containsExactly("occurredAt field.invalid");
        assertThat(shop.key()
                        .post(path, "{\"status\":\"Confirmed\",\"occurredAt\":\"2026-01-01T10:00:00\"}")
                        .faults())
                .containsExactly("occurredAt field.invalid");
        assertThat(shop.key()
                        .post(path, "{\"status\":\"Confirmed\",\"occurredAt\":\"2020-01-01T03:00:00+03:00\"}")
                        .status())
                .isEqualTo(200);
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("timeline.1.occurredAt"))
                .isEqualTo("2020-01-01T00:00:00.000Z");
    }

    @Test
    void a_step_may_lie_in_the_first_day_of_1900_where_the_store_is() {
        var path = Api.KEYS + "/orders/" + shop.placesOne() + "/status";
        var moved = shop.key().post(path, "{\"status\":\"Confirmed\",\"occurredAt\":\"1900-01-01\"}");

        assertThat(moved.status()).as(moved::toString).isEqualTo(200);
        assertThat(moved.data("timeline.1.occurredAt")).startsWith("1899-12-31T21:");
    }

    @Test
    void a_put_stores_the_address_and_nothing_else() {
        var order = shop.places(
                Shop.order().put("deliveryLat", 33.3).put("deliveryLng", 44.4).put("deliveryFee", 3_000));
        var path = Api.KEYS + "/orders/" + order.data("id");
        var before = shop.key().get(path).data();

        var changed = shop.key()
                .put(
                        path,
                        Shop.order()
                                .put("customerAddress", "المنصور، شارع 14 رمضان")
                                .put("customerName", "غيرها")
                                .put("customerPhone", "07901234567")
                                .put("orderValue", 1)
                                .put("deliveryFee", 9)
                                .put("notes", "x")
                                .put("externalRef", "y"));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        var after =
                (tools.jackson.databind.node.ObjectNode) shop.key().get(path).data();
        assertThat(after.get("customerAddress").stringValue()).isEqualTo("المنصور، شارع 14 رمضان");
        assertThat(after.get("deliveryLat")).as("left out, it stays").isEqualTo(before.get("deliveryLat"));
        assertThat(after.get("timeline")).hasSize(2);
        var comparable = (tools.jackson.databind.node.ObjectNode) before;
        for (var moving : List.of("customerAddress", "timeline", "updatedAt")) {
            after.remove(moving);
            comparable.remove(moving);
        }
        assertThat(after).isEqualTo(comparable);
        assertThat(shop.key()
                        .put(path, Shop.order().putNull("deliveryLat").putNull("deliveryLng"))
                        .data("deliveryLat"))
                .isEqualTo("null");
        assertThat(shop.key().put(path, Shop.order().put("deliveryLat", 33.0)).faults())
                .containsExactly("deliveryLng address.coordinates");
        assertThat(shop.key().put(path, Api.object()).status()).isEqualTo(400);
    }

    @Test
    void a_put_is_refused_once_handed_over_or_cancelled() {
        var order = shop.placesOne();
        shop.moves(order, "InTransit");
        var cancelled = shop.placesOne();
        shop.key().delete(Api.KEYS + "/orders/" + cancelled);

        assertThat(shop.key().put(Api.KEYS + "/orders/" + order, Shop.order()).faults())
                .containsExactly("order.closed");
        assertThat(shop.key()
                        .put(Api.KEYS + "/orders/" + cancelled, Shop.order())
                        .faults())
                .containsExactly("order.closed");
    }

    @Test
    void wherever_a_path_has_an_id_the_public_id_does_as_well() {
        var order = shop.places(Shop.order());
        var lower = Api.KEYS + "/orders/" + order.data("publicId").toLowerCase(java.util.Locale.ROOT);

        assertThat(shop.key().get(lower).data("id")).isEqualTo(order.data("id"));
        assertThat(shop.key().put(lower, Shop.order()).status()).isEqualTo(200);
        assertThat(shop.moves(order.data("publicId"), "Confirmed").status()).isEqualTo(200);
        assertThat(shop.key().delete(lower).data("status")).isEqualTo("Cancelled");
    }

    @Test
    void an_unknown_order_a_malformed_id_and_another_stores_order_are_answered_alike() {
        var foreign = Shop.opens(api).places(Shop.order());
        var unknown = shop.key().get(Api.KEYS + "/orders/01a2152f-efc4-70df-9c73-dd1819b955d8");

        assertThat(unknown.status()).isEqualTo(404);
        for (var id : List.of(foreign.data("id"), foreign.data("publicId"), "SN-2222-2222", "x", "1-1-1-1-1", "0")) {
            var path = Api.KEYS + "/orders/" + id;
            assertThat(shop.key().get(path).bytes()).as(id).isEqualTo(unknown.bytes());
            assertThat(shop.key().put(path, Api.object()).bytes()).as(id).isEqualTo(unknown.bytes());
            assertThat(shop.key().put(path, Shop.order()).bytes()).as(id).isEqualTo(unknown.bytes());
            assertThat(shop.key().delete(path).bytes()).as(id).isEqualTo(unknown.bytes());
            assertThat(shop.key().post(path + "/cancel").bytes()).as(id).isEqualTo(unknown.bytes());
            assertThat(shop.moves(id, "Confirmed").bytes()).as(id).isEqualTo(unknown.bytes());
            assertThat(shop.moves(id, "Nonsense").bytes()).as(id).isEqualTo(unknown.bytes());
        }
    }
}
