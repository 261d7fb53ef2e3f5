package iq.sendy.purchasing;

import static iq.sendy.Goods.well;
import static iq.sendy.purchasing.Buying.ORDERS;
import static iq.sendy.purchasing.Buying.arrived;
import static iq.sendy.purchasing.Buying.order;
import static iq.sendy.purchasing.Buying.receipt;
import static iq.sendy.purchasing.Buying.with;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes of purchase orders: stock, average cost, what is owed, and what is refused. */
@Scenario
public class ReceiptsTest {

    @Autowired
    Api api;

    @Autowired
    PurchasePayments payments;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Trips trips;

    @Autowired
    Backstage backstage;

    Buying shop;
    String rose;

    @BeforeEach
    void open() {
        shop = Buying.opens(api);
        rose = shop.lists("ROSE");
    }

    @AfterEach
    void the_books_tie() {
        Invariants.hold(backstage.jdbc(), UUID.fromString(shop.goods.shop().storeId()));
    }

    private boolean pays(UUID expense, String order, long amount) {
        var store = new StoreId(UUID.fromString(shop.goods.shop().storeId()));
        var payment = new PurchasePayment(expense, UUID.fromString(order), amount);
        return CurrentTenant.in(
                store,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(_ ->
                                payments.settle(store, Actor.SYSTEM, payment, Instant.parse("2026-11-29T09:00:00Z")))));
    }

    /** What a line of a new order is frozen at; -1 for none. */
    private long cost(String sku) {
        var placed = Shop.order();
        placed.remove("orderValue");
        placed.putArray("items").addObject().put("sku", sku).put("quantity", 1);
        var id = well(shop.goods.shop().places(placed)).data("id");
        var cost = backstage
                .jdbc()
                .sql("select coalesce(unit_cost, -1) from orders.order_line where order_id = :order")
                .param("order", UUID.fromString(id))
                .query(Long.class)
                .single();
        well(shop.goods.shop().key().delete(Api.KEYS + "/orders/" + id));
        return cost;
    }

    private void adjusts(String sku, long delta) {
        well(shop.goods.post(
                "/catalog/inventory/" + shop.goods.row(sku) + "/adjust",
                Api.object().put("delta", delta).put("reason", "تصحيح")));
    }

    @Test
    void a_receipt_raises_stock_moves_the_status_and_says_what_is_owed() {
        var supplier = shop.supplier("علي");
        var id = shop.sends(with(order().put("supplierId", supplier), rose, 10, 1_500));

        var partly = well(shop.receives(id, 0, 4, 1));

        assertThat(partly.data("status")).isEqualTo("PartiallyReceived");
        assertThat(partly.data("items.0.received")).isEqualTo("4");
        assertThat(partly.data("items.0.rejected")).isEqualTo("1");
        assertThat(partly.data("amountReceived")).isEqualTo("6000");
        assertThat(shop.onHand("ROSE")).isEqualTo("4");
        assertThat(shop.balance(supplier)).isEqualTo("6000");
        var movement = well(shop.goods.get("/catalog/inventory/" + shop.goods.row("ROSE") + "/movements"));
        assertThat(movement.data("items.0.type")).isEqualTo("Receipt");
        assertThat(movement.data("items.0.quantity")).isEqualTo("4");
        assertThat(movement.data("items.0.purchaseOrderId")).isEqualTo(id);
        assertThat(well(shop.goods.get("/products/" + rose)).data("quantityAvailable"))
                .isEqualTo("4");

        var all = well(shop.receives(id, 0, 5, 0));

        assertThat(all.data("status")).isEqualTo("Received");
        assertThat(shop.onHand("ROSE")).isEqualTo("9");
        assertThat(shop.balance(supplier)).isEqualTo("13500");
    }

    @Test
    void received_without_receipts_takes_in_all_that_is_open() {
        var lily = shop.lists("LILY");
        var id = shop.sends(with(with(order().put("additionalFees", 100), rose, 10, 50), lily, 5, 10));
        well(shop.receives(id, 0, 3, 2));

        var received = well(shop.moves(id, "Received"));

        assertThat(received.data("status")).isEqualTo("Received");
        assertThat(received.data("items.0.received")).isEqualTo("8");
        assertThat(received.data("items.1.received")).isEqualTo("5");
        assertThat(received.data("amountReceived")).isEqualTo("550");
        assertThat(shop.onHand("ROSE") + " " + shop.onHand("LILY")).isEqualTo("8 5");
    }

    @Test
    void a_step_may_bring_its_receipts() {
        var id = shop.sends(with(order().put("additionalFees", 30), rose, 10, 10));
        var item = shop.item(id, 0);

        var partly = well(shop.changes(id, said("PartiallyReceived", item, 4, 0)));
        assertThat(partly.data("status")).isEqualTo("PartiallyReceived");
        assertThat(well(shop.moves(id, "PartiallyReceived")).data("items.0.received"))
                .isEqualTo("4");
        assertThat(well(shop.changes(id, said("PartiallyReceived", item, 1, 0))).data("items.0.received"))
                .isEqualTo("5");
        var last = well(shop.changes(id, said("Received", item, 2, 0)));

        assertThat(last.data("status")).isEqualTo("Received");
        assertThat(last.data("items.0.received")).isEqualTo("7");
        assertThat(last.data("amountReceived")).isEqualTo("100");
        assertThat(shop.onHand("ROSE")).isEqualTo("7");
    }

    private static tools.jackson.databind.node.ObjectNode said(
            String status, String item, long accepted, long rejected) {
        var change = Api.object().put("status", status);
        change.putArray("receipts")
                .addObject()
                .put("itemId", item)
                .put("accepted", accepted)
                .put("rejected", rejected);
        return change;
    }

    @Test
    void receipts_without_a_step_that_brings_them_are_refused() {
        var id = shop.sends(with(order(), rose, 10, 10));
        var none = said("PartiallyReceived", shop.item(id, 0), 0, 0);
        var alone = said("PartiallyReceived", shop.item(id, 0), 1, 0);
        alone.remove("status");

        assertThat(shop.changes(id, none).faults()).containsExactly("receipts field.required");
        assertThat(shop.changes(id, alone).faults()).containsExactly("receipts field.invalid");
        assertThat(shop.changes(id, said("Cancelled", shop.item(id, 0), 1, 0)).faults())
                .containsExactly("receipts field.invalid");
        assertThat(shop.get(id).data("status")).isEqualTo("Sent");
    }

    @Test
    void receipts_that_take_all_make_it_received_whatever_step_was_named() {
        var id = shop.sends(with(order(), rose, 2, 10));

        assertThat(well(shop.changes(id, said("PartiallyReceived", shop.item(id, 0), 1, 1)))
                        .data("status"))
                .isEqualTo("Received");
    }

    @Test
    void more_than_is_open_is_refused_and_nothing_is_stored() {
        var lily = shop.lists("LILY");
        var id = shop.sends(with(with(order(), rose, 3, 10), lily, 2, 10));
        well(shop.receives(id, 0, 1, 1));
        var both = arrived(arrived(receipt(), shop.item(id, 0), 2, 0), shop.item(id, 1), 1, 2);

        var refused = shop.receives(id, both);
        var moved = shop.changes(id, said("Received", shop.item(id, 0), 1, 1));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults())
                .containsExactly(
                        "items[0].accepted purchase_order.over_received",
                        "items[1].accepted purchase_order.over_received");
        assertThat(refused.json().at("/errors/0/open").toString()).isEqualTo("1");
        assertThat(moved.faults()).containsExactly("receipts[0].accepted purchase_order.over_received");
        assertThat(shop.get(id).data("items.1.received")).isEqualTo("0");
        assertThat(shop.onHand("LILY")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                         | items field.required
            {"items": []}                                              | items field.out_of_range
            {"items": [7]}                                             | items[0] field.invalid
            {"items": [{"accepted": 1}]}                               | items[0].itemId field.required
            {"items": [{"itemId": "x", "accepted": 1}]}                | items[0].itemId field.invalid
            {"items": [{"itemId": "019301c0-0000-7000-8000-000000000001", "accepted": 1}]} \
                | items[0].itemId order_item.unknown
            {"items": [{"itemId": "ITEM"}]}                            | items[0].accepted field.required
            {"items": [{"itemId": "ITEM", "accepted": -1}]}            | items[0].accepted field.out_of_range
            {"items": [{"itemId": "ITEM", "accepted": 1.5}]}           | items[0].accepted field.invalid
            {"items": [{"itemId": "ITEM", "accepted": 10001}]}         | items[0].accepted field.out_of_range
            {"items": [{"itemId": "ITEM", "accepted": 1, "rejected": "x"}]} | items[0].rejected field.invalid
            {"items": [{"itemId": "ITEM", "accepted": 0}]}             | items field.invalid
            {"items": [{"itemId": "ITEM", "accepted": 1}, {"itemId": "ITEM", "accepted": 1}]} \
                | items[1].itemId field.invalid
            """)
    void a_receipt_that_is_wrong_is_refused(String body, String fault) {
        var id = shop.sends(with(order(), rose, 3, 10));

        var refused = shop.key.post(ORDERS + "/" + id + "/receipts", body.replace("ITEM", shop.item(id, 0)));

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.faults()).containsExactly(fault);
        assertThat(shop.get(id).data("status")).isEqualTo("Sent");
    }

    @Test
    void another_orders_item_is_unknown() {
        var id = shop.sends(with(order(), rose, 3, 10));
        var other = shop.sends(with(order(), rose, 3, 10));

        var refused = shop.receives(id, arrived(receipt(), shop.item(other, 0), 1, 0));

        assertThat(refused.faults()).containsExactly("items[0].itemId order_item.unknown");
        assertThat(shop.changes(id, said("Received", shop.item(other, 0), 1, 0)).faults())
                .containsExactly("receipts[0].itemId order_item.unknown");
    }

    @Test
    void goods_come_of_what_was_sent_alone() {
        var id = shop.drafts(with(order(), rose, 3, 10));
        assertThat(shop.receives(id, 0, 1, 0).faults()).containsExactly("purchase_order.status.forbidden");
        well(shop.moves(id, "Sent"));
        well(shop.receives(id, 0, 1, 0));
        well(shop.moves(id, "Cancelled"));

        var late = shop.receives(id, 0, 1, 0);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.faults()).containsExactly("purchase_order.status.forbidden");
        assertThat(shop.onHand("ROSE")).isEqualTo("1");
        assertThat(shop.get(id).data("amountReceived")).isEqualTo("10");
    }

    @Test
    void a_receipt_takes_eight_trips_however_many_lines() {
        var orders = new String[3];
        for (var i = 0; i < orders.length; i++) {
            var body = order().put("additionalFees", 70);
            for (var line = 0; line < 20; line++) {
                with(body, line % 2 == 0 ? rose : shop.lists("LILY"), 5, 10 + line);
            }
            orders[i] = shop.sends(body);
        }
        well(shop.moves(orders[0], "Received"));
        var one = arrived(receipt(), shop.item(orders[1], 0), 1, 0);
        var all = receipt();
        shop.get(orders[2])
                .data()
                .get("items")
                .forEach(item -> arrived(all, item.get("id").stringValue(), 5, 0));

        var few = trips.during(() -> well(shop.receives(orders[1], one)));
        var many = trips.during(() -> well(shop.receives(orders[2], all)));

        assertThat(many).hasSameSizeAs(few).hasSize(8);
    }

    @Test
    void a_receipt_sent_twice_counts_once() {
        var id = shop.sends(with(order(), rose, 9, 10));
        var key = shop.key.withHeader("Idempotency-Key", "receipt-1");
        var body = arrived(receipt(), shop.item(id, 0), 2, 0);

        var replies = Shop.atOnce(6, _ -> key.post(ORDERS + "/" + id + "/receipts", body));
        var again = well(key.post(ORDERS + "/" + id + "/receipts", body));

        assertThat(replies).extracting(Api.Reply::status).isSubsetOf(200, 409);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.data("items.0.received")).isEqualTo("2");
        assertThat(shop.onHand("ROSE")).isEqualTo("2");
        assertThat(shop.get(id).data("amountReceived")).isEqualTo("20");
    }

    @Test
    void receipts_at_once_never_take_in_more_than_is_open() {
        var id = shop.sends(with(order().put("additionalFees", 7), rose, 10, 10));
        var body = arrived(receipt(), shop.item(id, 0), 3, 0);

        var statuses = Shop.atOnce(8, _ -> shop.receives(id, body).status());

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(3);
        assertThat(shop.onHand("ROSE")).isEqualTo("9");
        var steps = Shop.atOnce(
                6, i -> shop.moves(id, i % 2 == 0 ? "Received" : "Cancelled").status());
        assertThat(steps.stream().filter(status -> status == 200)).hasSize(1);
    }

    @Test
    void receipts_of_different_orders_at_once_cost_what_they_cost() {
        var ids = List.of(10L, 20L, 30L, 40L).stream()
                .map(cost -> shop.sends(with(order(), rose, 10, cost)))
                .toList();

        Shop.atOnce(4, i -> well(shop.moves(ids.get(i), "Received")));

        assertThat(shop.onHand("ROSE")).isEqualTo("40");
        assertThat(cost("ROSE")).isEqualTo(25);
    }

    @Test
    void an_average_moves_with_receipts_and_with_nothing_else() {
        well(shop.moves(shop.sends(with(order(), rose, 10, 100)), "Received"));
        assertThat(cost("ROSE")).isEqualTo(100);
        well(shop.moves(shop.sends(with(order(), rose, 30, 200)), "Received"));
        assertThat(cost("ROSE")).isEqualTo(175);

        adjusts("ROSE", -35);
        assertThat(cost("ROSE")).isEqualTo(175);
        well(shop.moves(shop.sends(with(order(), rose, 5, 301)), "Received"));
        assertThat(cost("ROSE")).isEqualTo(238);

        adjusts("ROSE", -10);
        well(shop.moves(shop.sends(with(order(), rose, 2, 50)), "Received"));
        assertThat(cost("ROSE")).isEqualTo(50);
    }

    @Test
    void pieces_from_before_the_first_receipt_count_at_the_shops_own_cost_or_like_what_comes() {
        well(shop.goods.saves(
                Goods.product("OWN").put("price", 9).put("cost", 400).put("initialQuantity", 10)));
        well(shop.goods.saves(Goods.product("BARE").put("price", 9).put("initialQuantity", 10)));
        assertThat(cost("OWN")).isEqualTo(400);
        assertThat(cost("BARE")).isEqualTo(-1);
        for (var sku : List.of("OWN", "BARE")) {
            var product = shop.goods.listed("/products?sku=" + sku, "id").getFirst();
            well(shop.moves(shop.sends(with(order(), product, 10, 600)), "Received"));
        }

        assertThat(cost("OWN")).isEqualTo(500);
        assertThat(cost("BARE")).isEqualTo(600);
        assertThat(shop.goods.listed("/products?sku=OWN", "cost")).containsExactly("400");
    }

    @Test
    void fees_are_spread_by_value_and_the_last_receipt_carries_the_rest() {
        var lily = shop.lists("LILY");
        var id = shop.sends(with(with(order().put("additionalFees", 100), rose, 3, 100), lily, 1, 300));

        var first = well(shop.receives(id, 0, 1, 0));
        assertThat(first.data("amountReceived")).isEqualTo("117");
        assertThat(cost("ROSE")).isEqualTo(117);

        var last = well(shop.moves(id, "Received"));
        assertThat(last.data("amountReceived")).isEqualTo("700");
        assertThat(cost("LILY")).isEqualTo(350);
        assertThat(cost("ROSE")).isEqualTo(117);
    }

    @Test
    void fees_that_nothing_is_left_to_carry_go_on_what_came_before() {
        var id = shop.sends(with(order().put("additionalFees", 100), rose, 10, 10));
        well(shop.receives(id, 0, 5, 0));
        assertThat(cost("ROSE")).isEqualTo(20);

        var last = well(shop.receives(id, 0, 0, 5));

        assertThat(last.data("status")).isEqualTo("Received");
        assertThat(last.data("amountReceived")).isEqualTo("150");
        assertThat(shop.onHand("ROSE")).isEqualTo("5");
        assertThat(cost("ROSE")).isEqualTo(30);
    }

    @Test
    void where_all_is_rejected_the_fees_are_owed_and_nothing_costs_more() {
        var id = shop.sends(with(order().put("additionalFees", 100), rose, 2, 10));

        var received = well(shop.receives(id, 0, 0, 2));

        assertThat(received.data("status")).isEqualTo("Received");
        assertThat(received.data("amountReceived")).isEqualTo("100");
        assertThat(shop.onHand("ROSE")).isEqualTo("0");
    }

    @Test
    void a_bill_that_comes_late_is_owed_and_goes_on_what_is_there() {
        var lily = shop.lists("LILY");
        var id = shop.sends(with(with(order(), rose, 10, 30), lily, 10, 10));
        well(shop.moves(id, "Received"));

        var late = well(shop.changes(id, Api.object().put("additionalFees", 80)));

        assertThat(late.data("status")).isEqualTo("Received");
        assertThat(late.data("totalAmount")).isEqualTo("480");
        assertThat(late.data("amountReceived")).isEqualTo("480");
        assertThat(cost("ROSE")).isEqualTo(36);
        assertThat(cost("LILY")).isEqualTo(12);
        assertThat(shop.onHand("ROSE")).isEqualTo("10");
    }

    @Test
    void a_late_bill_that_is_sent_at_once_by_several_is_owed_once() {
        var id = shop.sends(with(order(), rose, 10, 30));
        well(shop.moves(id, "Received"));

        var sent = Shop.atOnce(8, _ -> shop.changes(id, Api.object().put("additionalFees", 50)));

        assertThat(sent).allMatch(reply -> reply.status() == 200);
        assertThat(sent.getFirst().data("amountReceived")).isEqualTo("350");
        assertThat(cost("ROSE")).isEqualTo(35);
    }

    @Test
    void what_was_cancelled_has_no_late_bill() {
        var id = shop.sends(with(order(), rose, 10, 30));
        well(shop.receives(id, 0, 5, 0));
        well(shop.moves(id, "Cancelled"));

        var late = shop.changes(id, Api.object().put("additionalFees", 10));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.faults()).containsExactly("additionalFees purchase_order.status.forbidden");
    }

    @Test
    void fees_may_change_but_not_below_what_was_carried() {
        var id = shop.sends(with(order().put("additionalFees", 100), rose, 10, 10));
        well(shop.receives(id, 0, 5, 0));

        assertThat(shop.changes(id, Api.object().put("additionalFees", 49)).faults())
                .containsExactly("additionalFees field.out_of_range");
        assertThat(well(shop.changes(id, Api.object().put("additionalFees", 250)))
                        .data("totalAmount"))
                .isEqualTo("350");
        assertThat(well(shop.moves(id, "Received")).data("amountReceived")).isEqualTo("350");
        assertThat(shop.changes(id, Api.object().put("additionalFees", 249)).faults())
                .containsExactly("additionalFees field.out_of_range");
        assertThat(shop.changes(id, Api.object().put("additionalFees", 250).put("notes", "x"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void goods_that_were_a_gift_carry_fees_by_their_pieces() {
        var lily = shop.lists("LILY");
        well(shop.moves(shop.sends(with(with(order().put("additionalFees", 40), rose, 3, 0), lily, 1, 0)), "Received"));

        assertThat(cost("ROSE")).isEqualTo(10);
        assertThat(cost("LILY")).isEqualTo(10);
    }

    @Test
    void payments_are_entries_that_can_be_taken_back() {
        var supplier = shop.supplier("علي");
        var id = shop.sends(with(order().put("supplierId", supplier), rose, 10, 100));
        var expense = UUID.randomUUID();
        well(shop.moves(id, "Received"));

        assertThat(pays(expense, id, 700)).isTrue();
        assertThat(pays(expense, id, 700)).isTrue();
        assertThat(shop.balance(supplier)).isEqualTo("300");
        assertThat(pays(expense, id, 1_200)).isTrue();
        assertThat(shop.get(id).data("amountPaid")).isEqualTo("1200");
        assertThat(shop.balance(supplier)).isEqualTo("-200");
        assertThat(pays(expense, id, 0)).isTrue();
        assertThat(shop.get(id).data("amountPaid")).isEqualTo("0");
        assertThat(shop.balance(supplier)).isEqualTo("1000");
        assertThat(pays(expense, UUID.randomUUID().toString(), 5)).isFalse();
    }

    @Test
    void a_draft_that_was_paid_for_is_not_deleted() {
        var id = shop.drafts(with(order(), rose, 1, 100));
        assertThat(pays(UUID.randomUUID(), id, 50)).isTrue();

        var refused = shop.key.delete(ORDERS + "/" + id);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("purchase_order.in_use");
    }

    @Test
    void a_supplier_who_is_named_later_is_owed_what_came_before() {
        var id = shop.sends(with(order(), rose, 2, 100));
        well(shop.moves(id, "Received"));
        var supplier = shop.supplier("علي");

        well(shop.changes(id, Api.object().put("supplierId", supplier)));

        assertThat(shop.balance(supplier)).isEqualTo("200");
    }

    @Test
    void the_audit_log_has_every_step() {
        var id = shop.sends(with(order(), rose, 2, 100));
        well(shop.receives(id, 0, 1, 0));
        well(shop.attaches(id, "a.pdf"));

        var actions = well(shop.goods.shop().owner().get(Api.STAFF + "/audit-log?per_page=100"))
                .data()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("action").stringValue())
                .filter(action -> action.startsWith("purchase_order"))
                .toList();

        assertThat(actions)
                .containsExactly(
                        "purchase_order_attachment.created",
                        "purchase_order.received",
                        "purchase_order.updated",
                        "purchase_order.created");
    }
}
