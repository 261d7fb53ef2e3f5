package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.cashier.Counter;
import iq.sendy.checkout.OpenShop;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Round trips are the cost: what each operation may take of them, with the credential at hand. */
@Scenario
class TripBudgetTest {

    @Autowired
    Api api;

    @Autowired
    Trips trips;

    @Autowired
    MovableClock clock;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        shop.placesOne();
    }

    @Test
    void an_order_by_value_takes_five_trips() {
        assertThat(made(() -> shop.places(Shop.order())))
                .hasSizeLessThanOrEqualTo(5)
                .endsWith(Trips.COMMIT);
    }

    @Test
    void a_reference_of_the_callers_own_costs_no_trip() {
        var order = Shop.order().put("externalRef", "IG-1042");

        assertThat(made(() -> shop.places(order))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void an_idempotency_key_costs_one_trip_more() {
        sealsItsAnswers();

        assertThat(made(() -> placesWith("first"))).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void a_replay_takes_three_trips() {
        sealsItsAnswers();
        placesWith("again");

        assertThat(made(() -> placesWith("again"))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void a_page_of_orders_with_its_total_takes_three_trips() {
        assertThat(made(() -> shop.key().get(Api.KEYS + "/orders"))).hasSizeLessThanOrEqualTo(3);
        assertThat(made(() -> shop.key().get(Api.KEYS + "/orders?status=Pending&q=1234")))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void figures_take_four_trips_and_who_called_three_more() {
        var key = api.withKey(shop.mints("analytics:read"));
        key.get(Api.KEYS + "/analytics/summary");

        assertThat(made(() -> key.get(Api.KEYS + "/analytics/summary"))).hasSizeLessThanOrEqualTo(7);
        assertThat(made(() -> key.get(Api.KEYS + "/analytics/sales?groupBy=week")))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(made(() -> key.get(Api.KEYS + "/analytics/products"))).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void one_order_with_its_timeline_takes_three_trips() {
        var order = shop.placesOne();

        assertThat(made(() -> shop.key().get(Api.KEYS + "/orders/" + order))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void a_step_takes_five_trips() {
        var order = shop.placesOne();

        assertThat(made(() -> shop.moves(order, "Confirmed"))).hasSize(5);
    }

    @Test
    void a_cancellation_takes_five_trips() {
        var order = shop.placesOne();

        assertThat(made(() -> shop.key().post(Api.KEYS + "/orders/" + order + "/cancel")))
                .hasSize(5);
    }

    @Test
    void a_call_of_the_confirmation_desk_takes_five_trips_with_and_without_a_step() {
        var path = Api.KEYS + "/orders/" + shop.placesOne() + "/confirmation-attempts";

        for (var outcome : List.of("NoAnswer", "Confirmed")) {
            assertThat(made(() -> shop.key().post(path, Api.object().put("outcome", outcome))))
                    .hasSize(5);
        }
        assertThat(made(() -> shop.key().get(Api.KEYS + "/orders?confirmation=due")))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void another_address_takes_five_trips() {
        var order = shop.placesOne();

        assertThat(made(() -> shop.key().put(Api.KEYS + "/orders/" + order, Shop.order())))
                .hasSize(5);
    }

    @Test
    void a_hundred_rows_take_as_many_trips_as_one() {
        var one = made(() -> bulk(1));
        var hundred = made(() -> bulk(100));

        assertThat(hundred).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void rows_with_goods_have_the_orders_of_the_store_queue_from_the_last_trip_on() {
        Goods.of(shop).sells("ROSE", 10_000, 1_000);
        var body = Api.object();
        var orders = body.putArray("orders");
        for (var i = 0; i < 10; i++) {
            var order = orders.addObject().setAll(row(i));
            order.remove("orderValue");
            order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 1);
        }

        assertThat(sinceNumbered(made(() -> shop.key().post(Api.KEYS + "/orders/bulk", body))))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void sales_that_a_register_brings_with_a_key_have_the_orders_of_the_store_queue_from_the_last_trip_on() {
        var goods = Goods.of(shop);
        goods.sells("ROSE", 1_000, 1_000);
        var session = Counter.of(goods).session("Front", 1_000);
        var body = Api.object();
        var sales = body.putArray("sales");
        for (var i = 0; i < 10; i++) {
            sales.add(Counter.sale("ROSE", 1)
                    .put("saleId", UUID.randomUUID().toString())
                    .put("soldAt", clock.instant().toString())
                    .put("cashierSessionId", session));
        }
        var once = shop.key().withHeader("Idempotency-Key", UUID.randomUUID().toString());
        sealsItsAnswers();

        assertThat(sinceNumbered(made(() -> once.post(Api.KEYS + "/cashier/sales/bulk", body))))
                .hasSizeLessThanOrEqualTo(3);
    }

    /** The trips from the one that numbers orders on; there must be no other. */
    private static List<String> sinceNumbered(List<String> took) {
        var numbered = took.stream()
                .filter(trip -> trip.contains("insert into orders.customer_order"))
                .toList();
        assertThat(numbered).hasSize(1);
        return took.subList(took.indexOf(numbered.getFirst()), took.size());
    }

    @Test
    void a_return_is_asked_for_and_completed_in_six_trips_and_decided_in_five() {
        var order = shop.placesOne();
        for (var status : List.of("Confirmed", "InTransit", "OutForDelivery", "Delivered")) {
            shop.moves(order, status);
        }

        var returns = new AtomicReference<Api.Reply>();
        assertThat(trips.during(() ->
                        returns.set(shop.key().post(Api.KEYS + "/orders/" + order + "/return-request", Api.object()))))
                .hasSize(6);
        var request = Api.KEYS + "/return-requests/" + returns.get().data("id");
        assertThat(made(() -> shop.key().post(request + "/approve", Api.object())))
                .hasSize(5);
        assertThat(made(() -> shop.key().post(request + "/complete", Api.object())))
                .hasSize(6);
    }

    @Test
    void a_refused_order_takes_no_trip() {
        var trip = trips.during(() -> shop.places(Shop.order().put("customerPhone", "911")));

        assertThat(trip).isEmpty();
    }

    @Test
    void an_order_with_items_takes_six_trips_however_many_lines() {
        var goods = Goods.of(shop);
        for (var sku : List.of("ROSE", "VASE", "CARD")) {
            goods.sells(sku, 10_000, 100);
        }
        var one = basket("ROSE");
        var three = basket("ROSE", "VASE", "CARD");
        shop.places(one);

        assertThat(made(() -> shop.places(one))).hasSizeLessThanOrEqualTo(6);
        assertThat(made(() -> shop.places(three))).hasSizeLessThanOrEqualTo(6).endsWith(Trips.COMMIT);
        listens();
        assertThat(made(() -> shop.places(three)))
                .as("with its events, deliveries and jobs")
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void a_cashiers_sale_of_three_lines_takes_six_trips_and_a_session_five() {
        var goods = Goods.of(shop);
        for (var sku : List.of("ROSE", "VASE", "CARD")) {
            goods.sells(sku, 10_000, 100);
        }
        var counter = Counter.of(goods);
        var session = new AtomicReference<String>();
        counter.get("/cashier/sessions");
        assertThat(trips.during(() -> session.set(counter.session("Front", 1_000))))
                .hasSizeLessThanOrEqualTo(5);
        var named = basket("ROSE", "VASE", "CARD").put("cashierSessionId", session.get());
        counter.post("/orders", named);

        assertThat(made(() -> counter.post("/orders", named)))
                .hasSizeLessThanOrEqualTo(6)
                .endsWith(Trips.COMMIT);
        assertThat(made(() -> counter.post("/orders", Counter.sale("ROSE", 1))))
                .as("without a name and an address")
                .hasSizeLessThanOrEqualTo(6);
        listens();
        assertThat(made(() -> counter.post("/orders", named)))
                .as("with its events, deliveries and jobs")
                .hasSizeLessThanOrEqualTo(6);
        assertThat(made(() -> counter.moves(session.get(), "PayIn", 1_000))).hasSizeLessThanOrEqualTo(4);
        assertThat(made(() -> counter.closes(session.get(), 1_000))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void an_order_of_a_stranger_takes_no_trip_more_than_one_by_key_with_the_shop_at_hand() {
        var open = OpenShop.opens(api).sells("ROSE", 10_000, 1_000).sells("VASE", 10_000, 1_000);
        open.orders(OpenShop.checkout("ROSE", 1));

        assertThat(atHand(open, () -> open.orders(OpenShop.checkout("ROSE", 1))))
                .hasSizeLessThanOrEqualTo(6)
                .endsWith(Trips.COMMIT);
        Supplier<Api.Reply> keyed = () -> open.orders(
                api.withHeader("Idempotency-Key", UUID.randomUUID().toString()), OpenShop.checkout("VASE", 1));
        // The first makes the key that seals the store's kept answers, and the second is the first that finds it.
        var _ = keyed.get();
        var _ = keyed.get();
        assertThat(atHand(open, keyed)).as("with a key").hasSizeLessThanOrEqualTo(7);
        var again = OpenShop.checkout("ROSE", 2);
        open.orders(again);
        assertThat(atHand(open, () -> open.orders(again))).as("a repeat").hasSizeLessThanOrEqualTo(4);
        var publicId = open.orders(again).data("publicId");
        assertThat(atHand(open, () -> open.tracks(publicId))).hasSizeLessThanOrEqualTo(3);
        assertThat(atHand(open, () -> open.quotes(again))).hasSizeLessThanOrEqualTo(3);
    }

    /** The trips of a call with the shop at hand, which it is for 700 ms: one that looks the shop up says nothing. */
    private List<String> atHand(OpenShop open, Supplier<Api.Reply> call) {
        return Stream.generate(() -> {
                    open.tracks("SN-2222-2222");
                    return trips.during(() -> assertThat(call.get()).isNotNull());
                })
                .limit(10)
                .filter(made -> made.stream().noneMatch(trip -> trip.contains("from stores.slug as asked")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the shop was looked up each time"));
    }

    /** Somebody is to be told of everything; disabled, so that nobody works beside the count. */
    private void listens() {
        var made = api.withKey(shop.mints("webhooks:write"))
                .post(
                        Api.KEYS + "/webhooks",
                        Api.object().put("url", "https://93.184.215.14/hook").put("isEnabled", false));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
    }

    private static ObjectNode basket(String... skus) {
        var order = Shop.order();
        order.remove("orderValue");
        var items = order.putArray("items");
        for (var sku : skus) {
            items.addObject().put("sku", sku).put("quantity", 1);
        }
        return order;
    }

    /** The trips of a call that succeeds. */
    private List<String> made(Supplier<Api.Reply> call) {
        return trips.during(() -> {
            var reply = call.get();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        });
    }

    /** A store's first kept answer makes its data key and the second reads it; from then on the key is at hand. */
    private void sealsItsAnswers() {
        placesWith("one");
        placesWith("two");
        placesWith("two");
    }

    private Api.Reply placesWith(String key) {
        return shop.key().withHeader("Idempotency-Key", key).post(Api.KEYS + "/orders", Shop.order());
    }

    private Api.Reply bulk(int rows) {
        var body = Api.object();
        var orders = body.putArray("orders");
        for (var i = 0; i < rows; i++) {
            orders.add(row(i));
        }
        return shop.key().post(Api.KEYS + "/orders/bulk", body);
    }

    private static ObjectNode row(int index) {
        return Shop.order().put("externalRef", "ref-" + index + "-" + UUID.randomUUID());
    }
}
