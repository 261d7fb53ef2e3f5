package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Sales that a register made without a network: they have happened, and are neither refused, lost nor doubled. */
@Scenario
class OfflineSalesTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    private Counter counter;
    private String session;
    private String product;

    @BeforeEach
    void open() {
        counter = Counter.opens(api);
        product = counter.goods().sells("ROSE", 1_000, 10);
        session = counter.session("Front", 10_000);
    }

    @AfterEach
    void all_adds_up() {
        clock.reset();
        Invariants.hold(backstage.jdbc(), UUID.fromString(counter.shop().storeId()));
    }

    private ObjectNode sold(long pieces) {
        return sold(pieces, UUID.randomUUID().toString());
    }

    private ObjectNode sold(long pieces, String saleId) {
        return Counter.sale("ROSE", pieces)
                .put("saleId", saleId)
                .put("soldAt", clock.instant().minus(Duration.ofHours(3)).toString())
                .put("cashierSessionId", session);
    }

    private static ObjectNode item(ObjectNode sale) {
        return (ObjectNode) sale.get("items").get(0);
    }

    @Test
    void the_same_sale_again_gives_the_first_order_and_changes_nothing() {
        var sale = sold(2);
        var first = well(counter.post("/orders", sale));
        assertThat(first.data("duplicateSale")).isEqualTo("false");
        assertThat(first.data("saleId")).isEqualTo(sale.get("saleId").stringValue());
        assertThat(first.data("timeline.0.occurredAt")).isEqualTo(first.data("soldAt"));

        var other = sold(5, sale.get("saleId").stringValue());
        for (var again : List.of(counter.post("/orders", sale), counter.post("/orders", other))) {
            assertThat(well(again).data("id")).isEqualTo(first.data("id"));
            assertThat(again.data("duplicateSale")).isEqualTo("true");
        }
        assertThat(counter.expected(session)).isEqualTo(12_000);
        assertThat(onHand()).isEqualTo("8");
    }

    @Test
    void the_prices_sent_are_taken_from_whoever_may_sell_and_marked_where_they_differ() {
        var asListed = sold(1);
        item(asListed).put("unitPrice", 1_000);
        assertThat(well(counter.post("/orders", asListed)).data("priceDiffers")).isEqualTo("false");

        var other = sold(2);
        item(other).put("unitPrice", 1_250);
        var marked = well(counter.post("/orders", other));
        assertThat(marked.data("total")).isEqualTo("2500");
        assertThat(marked.data("priceDiffers")).isEqualTo("true");
        assertThat(well(counter.get("/orders/" + marked.data("id"))).data("priceDiffers"))
                .isEqualTo("true");

        other.remove("soldAt");
        assertThat(counter.post("/orders", other.put("saleId", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void it_is_not_refused_for_what_changed_meanwhile() {
        var pricing = api.withKey(counter.shop().mints("discounts:write"));
        well(pricing.post(
                Api.KEYS + "/discounts/rules",
                Api.object()
                        .put("name", "عرض")
                        .put("discountType", "percentage")
                        .put("discountValue", 50)));
        well(counter.goods().delete("/catalog/products/" + product));

        var sale = sold(1).put("discountCode", "GONE").put("orderValue", 900).put("cashTendered", 750);
        item(sale).put("unitPrice", 1_000);
        var taken = well(counter.post("/orders", sale));

        assertThat(taken.data("total")).isEqualTo("1000");
        assertThat(taken.data("discountTotal")).isEqualTo("0");
        assertThat(taken.data().get("discountCode").isNull()).isTrue();
        assertThat(taken.data("cashRounding")).isEqualTo("0");
        assertThat(taken.data("cashShortfall")).isEqualTo("250");
        assertThat(taken.data("change")).isEqualTo("0");
        assertThat(counter.expected(session)).isEqualTo(10_750);
        assertThat(well(counter.shop().owner().get(Api.STAFF + "/analytics/summary"))
                        .data("cashCollected"))
                .isEqualTo("750");
    }

    @Test
    void a_blocked_customer_has_bought() {
        var sale = sold(1).put("customerPhone", "07701234567");
        well(counter.post("/orders", sale));
        var customers = api.withKey(counter.shop().mints("customers:read", "customers:write"));
        var id = well(customers.get(Api.KEYS + "/customers")).data("items.0.id");
        well(customers.put(Api.KEYS + "/customers/" + id, Api.object().put("isBlocked", true)));

        well(counter.post("/orders", sold(1).put("customerPhone", "07701234567")));
        assertThat(well(customers.get(Api.KEYS + "/customers/" + id)).data("ordersCount"))
                .isEqualTo("2");
    }

    @Test
    void stock_is_taken_as_far_as_there_is_some_and_the_rest_is_noted_on_the_last_line() {
        var sale = sold(8);
        sale.withArray("items").addObject().put("productId", product).put("quantity", 5);
        var taken = well(counter.post("/orders", sale));

        assertThat(taken.data("items.0.shortQuantity")).isEqualTo("0");
        assertThat(taken.data("items.1.shortQuantity")).isEqualTo("3");
        assertThat(onHand()).isEqualTo("0");
        assertThat(well(counter.get("/orders/" + taken.data("id"))).data("items"))
                .isEqualTo(taken.data("items"));
        assertThat(well(counter.post("/orders", sold(2))).data("items.0.shortQuantity"))
                .isEqualTo("2");
        assertThat(onHand()).isEqualTo("0");
        assertThat(counter.expected(session)).isEqualTo(10_000 + 15_000);
    }

    @Test
    void pieces_that_were_sold_short_come_back_like_the_others() {
        var some = well(counter.post("/orders", sold(12)));
        comesBack(some, 11, 1);
        assertThat(onHand()).isEqualTo("10");
        comesBack(some, 1, 0);
        assertThat(onHand()).isEqualTo("11");

        well(counter.post("/orders", sold(11)));
        var none = well(counter.post("/orders", sold(3)));
        assertThat(none.data("items.0.shortQuantity")).isEqualTo("3");
        comesBack(none, 3, 0);
        assertThat(onHand()).isEqualTo("3");
    }

    /** Some pieces of an order's only line, of which some are damaged. */
    private void comesBack(Api.Reply order, long pieces, long damaged) {
        var items = Api.object();
        items.putArray("items")
                .addObject()
                .put("orderItemId", order.data("items.0.id"))
                .put("quantity", pieces);
        var asked = well(counter.post("/orders/" + order.data("id") + "/return-request", items));
        well(counter.post("/return-requests/" + asked.data("id") + "/approve", Api.object()));
        var came = Api.object();
        came.putArray("items")
                .addObject()
                .put("orderItemId", order.data("items.0.id"))
                .put("restock", pieces - damaged)
                .put("damaged", damaged);
        well(counter.post("/return-requests/" + asked.data("id") + "/complete", came));
    }

    @Test
    void each_sale_of_what_is_not_there_is_told_as_low_stock() {
        var hooks = api.withKey(counter.shop().mints("webhooks:read", "webhooks:write"));
        well(hooks.post(
                Api.KEYS + "/webhooks",
                Api.object().put("url", "https://93.184.215.14/hook").put("isEnabled", false)));
        well(counter.post("/orders", sold(10)));
        well(counter.post("/orders", sold(1)));
        well(counter.post("/orders", sold(2)));

        var told = well(hooks.get(Api.KEYS + "/events?per_page=100"))
                .data()
                .get("items")
                .valueStream()
                .filter(event -> event.get("event_type").stringValue().startsWith("inventory."))
                .map(event -> event.get("event_type").stringValue())
                .toList();
        assertThat(told)
                .containsExactly(
                        "inventory.updated", "inventory.updated", "inventory.low", "inventory.low", "inventory.low");
    }

    @Test
    void a_sale_whose_session_is_closed_goes_into_the_registers_open_one() {
        well(counter.closes(session, 10_000));
        var next = counter.session("Front", 5_000);
        var late = well(counter.post("/orders", sold(1)));

        assertThat(late.data("cashierSessionId")).isEqualTo(next);
        assertThat(counter.shows(next).data("lateSales")).isEqualTo("1");
        assertThat(counter.shows(next).data("salesCount")).isEqualTo("1");
        assertThat(counter.expected(next)).isEqualTo(6_000);
        assertThat(counter.expected(session)).isEqualTo(10_000);
    }

    @Test
    void else_it_waits_for_the_registers_next_one() {
        well(counter.closes(session, 10_000));
        counter.session("Back", 0);
        var late = well(counter.post("/orders", sold(1)));
        assertThat(late.data("status")).isEqualTo("Delivered");
        assertThat(late.data().get("cashierSessionId").isNull()).isTrue();

        var opened = well(counter.opensWith("Front", 5_000));
        assertThat(opened.data("lateSales")).isEqualTo("1");
        assertThat(opened.data("expectedCash")).isEqualTo("6000");
        assertThat(well(counter.get("/orders/" + late.data("id"))).data("cashierSessionId"))
                .isEqualTo(opened.data("id"));
    }

    @Test
    void without_naming_a_session_it_belongs_to_the_register_that_its_sender_had_last() {
        var sale = sold(1);
        sale.remove("cashierSessionId");
        well(counter.closes(session, 10_000));
        var next = counter.session("Front", 0);
        assertThat(well(counter.post("/orders", sale)).data("cashierSessionId")).isEqualTo(next);
        well(counter.closes(next, 1_000));
        var again = sold(1);
        again.remove("cashierSessionId");
        assertThat(well(counter.post("/orders", again))
                        .data()
                        .get("cashierSessionId")
                        .isNull())
                .isTrue();
        assertThat(Counter.of(counter.goods())
                        .post("/orders", again.put("saleId", UUID.randomUUID().toString()))
                        .faults())
                .containsExactly("cashierSessionId field.required");
    }

    @Test
    void it_happened_in_the_last_seven_days() {
        var old = sold(1).put(
                        "soldAt",
                        clock.instant()
                                .minus(Duration.ofDays(7))
                                .minusSeconds(60)
                                .toString());
        assertThat(counter.post("/orders", old).faults()).containsExactly("soldAt field.out_of_range");
        var ahead = sold(1).put("soldAt", clock.instant().plusSeconds(600).toString());
        assertThat(counter.post("/orders", ahead).faults()).containsExactly("soldAt field.out_of_range");
        var unnamed = sold(1);
        unnamed.remove("saleId");
        assertThat(counter.post("/orders", unnamed).faults()).containsExactly("saleId field.required");
        var wrong = sold(1).put("soldAt", "yesterday").put("saleId", "one");
        assertThat(counter.post("/orders", wrong).faults())
                .containsExactly("saleId field.invalid", "soldAt field.invalid");
        well(counter.post(
                "/orders",
                sold(1).put("soldAt", clock.instant().minus(Duration.ofDays(6)).toString())));
    }

    @Test
    void a_sale_whose_answer_was_lost_is_answered_however_late_it_comes_again() {
        var sale = sold(1);
        var first = well(counter.post("/orders", sale));
        clock.advance(Duration.ofDays(8));

        var again = well(counter.post("/orders", sale));
        var many = Api.object();
        many.putArray("sales").add(sale);

        assertThat(again.data("id")).isEqualTo(first.data("id"));
        assertThat(again.data("duplicateSale")).isEqualTo("true");
        assertThat(well(counter.post("/cashier/sales/bulk", many)).data("existing"))
                .isEqualTo("1");
    }

    @Test
    void many_are_sent_at_once_each_by_itself() {
        var first = sold(1);
        var body = Api.object();
        body.putArray("sales")
                .add(first)
                .add(sold(1).put("cashTendered", 5_000))
                .add(Counter.sale("NOPE", 1)
                        .put("saleId", UUID.randomUUID().toString())
                        .put("soldAt", clock.instant().toString())
                        .put("cashierSessionId", session))
                .add(first)
                .add("nothing")
                .add(Counter.sale("ROSE", 1).put("cashierSessionId", session));
        var reply = well(counter.post("/cashier/sales/bulk", body));

        assertThat(reply.data("created")).isEqualTo("2");
        assertThat(reply.data("existing")).isEqualTo("1");
        assertThat(reply.data("failed")).isEqualTo("3");
        assertThat(reply.data("results.3.duplicateSale")).isEqualTo("true");
        assertThat(reply.data("results.3.id")).isEqualTo(reply.data("results.0.id"));
        assertThat(reply.data("results.2.errors.0.field")).isEqualTo("items[0].sku");
        assertThat(reply.data("results.2.errors.0.code")).isEqualTo("product.unknown");
        assertThat(reply.data("results.5.errors.0.field")).isEqualTo("saleId");
        assertThat(reply.data("results.5.errors.1.field")).isEqualTo("soldAt");
        assertThat(counter.expected(session)).isEqualTo(12_000);
        var again = well(counter.post("/cashier/sales/bulk", body));
        assertThat(again.data("created")).isEqualTo("0");
        assertThat(again.data("existing")).isEqualTo("3");
        assertThat(counter.expected(session)).isEqualTo(12_000);
    }

    @Test
    void a_bulk_call_takes_one_to_a_hundred() {
        var body = Api.object();
        body.putArray("sales");
        assertThat(counter.post("/cashier/sales/bulk", body).status()).isEqualTo(400);
        for (var i = 0; i < 101; i++) {
            body.withArray("sales").addObject();
        }
        assertThat(counter.post("/cashier/sales/bulk", body).status()).isEqualTo(400);
        assertThat(counter.post("/cashier/sales/bulk", "{}").faults()).containsExactly("sales field.required");
    }

    @Test
    void a_bulk_call_with_a_key_is_kept_as_a_whole() {
        var body = Api.object();
        body.putArray("sales").add(sold(1)).add(sold(2));
        var once = counter.key().withHeader("Idempotency-Key", UUID.randomUUID().toString());

        var first = well(once.post(Api.KEYS + "/cashier/sales/bulk", body));
        assertThat(well(once.post(Api.KEYS + "/cashier/sales/bulk", body)).text())
                .isEqualTo(first.text());
        assertThat(first.data("created")).isEqualTo("2");
    }

    @Test
    void sales_of_one_step_find_those_before_them_that_are_stored_with_them() {
        var twice = sold(1);
        var body = Api.object();
        body.putArray("sales")
                .add(twice)
                .add(sold(8).put("externalRef", "A"))
                .add(twice)
                .add(sold(3).put("externalRef", "A").put("customerPhone", "07701234567"))
                .add(sold(1).put("customerPhone", "07701234567"));
        var once = counter.key().withHeader("Idempotency-Key", UUID.randomUUID().toString());

        var kept = well(once.post(Api.KEYS + "/cashier/sales/bulk", body));

        assertThat(kept.data("created")).as(kept.text()).isEqualTo("4");
        assertThat(kept.data("existing")).isEqualTo("1");
        assertThat(kept.data("results.2.id")).isEqualTo(kept.data("results.0.id"));
        var orders = IntStream.of(0, 1, 3, 4)
                .mapToObj(row -> well(counter.get("/orders/" + kept.data("results." + row + ".id"))))
                .toList();
        assertThat(orders.stream().map(order -> order.data("number"))).containsExactly("1", "2", "3", "4");
        assertThat(orders.stream().map(order -> order.data("items.0.shortQuantity")))
                .containsExactly("0", "0", "2", "1");
        assertThat(counter.expected(session)).isEqualTo(10_000 + 13_000);
        assertThat(onHand()).isEqualTo("0");
    }

    private String onHand() {
        return well(counter.goods().get("/catalog/inventory?sku=ROSE")).data("items.0.quantityOnHand");
    }
}
