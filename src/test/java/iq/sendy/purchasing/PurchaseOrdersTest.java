package iq.sendy.purchasing;

import static iq.sendy.Goods.well;
import static iq.sendy.purchasing.Buying.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Purchase orders over HTTP: what they say, how they move, and what is refused. */
@Scenario
class PurchaseOrdersTest {

    @Autowired
    Api api;

    Buying shop;
    String rose;

    @BeforeEach
    void open() {
        shop = Buying.opens(api);
        rose = shop.lists("ROSE");
    }

    private String draft() {
        return shop.drafts(Buying.with(Buying.order(), rose, 10, 1_500));
    }

    @Test
    void a_purchase_order_is_born_a_draft_and_the_server_adds_up() {
        var supplier = shop.supplier("علي");
        var lily = shop.lists("LILY");
        var order = Buying.with(Buying.with(Buying.order(), rose, 10, 1_500), lily, 3, 700);
        order.put("supplierId", supplier)
                .put("referenceNumber", "INV-7")
                .put("expectedDeliveryDate", "2026-12-01T10:00:00+03:00")
                .put("notes", "هش")
                .put("additionalFees", 900)
                .put("status", "Received")
                .put("subTotal", 1);

        var made = well(shop.key.post(ORDERS, order));

        assertThat(made.data("number")).isEqualTo("1");
        assertThat(made.data("status")).isEqualTo("Draft");
        assertThat(made.data("supplierId")).isEqualTo(supplier);
        assertThat(made.data("supplierName")).isEqualTo("علي");
        assertThat(made.data("referenceNumber")).isEqualTo("INV-7");
        assertThat(made.data("orderDate")).isEqualTo("2026-11-19T21:00:00.000Z");
        assertThat(made.data("expectedDeliveryDate")).isEqualTo("2026-12-01T07:00:00.000Z");
        assertThat(made.data("subTotal")).isEqualTo("17100");
        assertThat(made.data("additionalFees")).isEqualTo("900");
        assertThat(made.data("totalAmount")).isEqualTo("18000");
        assertThat(made.data("amountReceived")).isEqualTo("0");
        assertThat(made.data("amountPaid")).isEqualTo("0");
        assertThat(made.data("items.1.storeProductId")).isEqualTo(lily);
        assertThat(made.data("items.1.sku")).isEqualTo("LILY");
        assertThat(made.data("items.1.quantity")).isEqualTo("3");
        assertThat(made.data("items.1.received")).isEqualTo("0");
        assertThat(made.data("items.1.rejected")).isEqualTo("0");
        assertThat(made.data("items.1.unitCost")).isEqualTo("700");
        assertThat(made.data("attachments")).isEqualTo("[]");
        assertThat(shop.get(made.data("id")).data()).isEqualTo(made.data());
        assertThat(shop.onHand("ROSE")).isEqualTo("0");
        assertThat(well(shop.key.post(ORDERS, Buying.with(Buying.order(), rose, 1, 0)))
                        .data("number"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"orderDate": null}                                       | orderDate field.required
            {"orderDate": "tomorrow"}                                 | orderDate field.invalid
            {"expectedDeliveryDate": 7}                               | expectedDeliveryDate field.invalid
            {"supplierId": "x"}                                       | supplierId field.invalid
            {"supplierId": "019301c0-0000-7000-8000-000000000001"}    | supplierId supplier.unknown
            {"additionalFees": -1}                                    | additionalFees field.out_of_range
            {"additionalFees": 0.5}                                   | additionalFees money.fraction
            {"additionalFees": 1000000001}                            | additionalFees field.out_of_range
            {"items": null}                                           | items field.required
            {"items": []}                                             | items field.out_of_range
            {"items": {}}                                             | items field.invalid
            {"items": [null]}                                         | items[0] field.required
            {"items": [{"storeProductId": "019301c0-0000-7000-8000-000000000001", "quantity": 1, "unitCost": 1}]} \
                | items[0].storeProductId product.unknown
            """)
    void a_purchase_order_that_is_wrong_is_refused(String more, String fault) {
        var order = Buying.with(Buying.order(), rose, 1, 1);
        order.setAll(Api.object(more));

        var refused = shop.key.post(ORDERS, order);

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.faults()).containsExactly(fault);
        assertThat(shop.statuses("")).isEmpty();
    }

    @Test
    void all_faults_are_told_at_once() {
        var theirs = Buying.opens(api);
        var order = Api.object("""
                {"supplierId": "%s", "referenceNumber": "%s", "notes": "%s", "additionalFees": "x",
                 "items": [{"storeProductId": "%s", "quantity": 0, "unitCost": -1},
                           {"quantity": 10001, "unitCost": 1.5, "notes": 7},
                           {"storeProductId": "%s"}]}
                """.formatted(
                        theirs.supplier("غيره"), "r".repeat(101), "n".repeat(5_001), theirs.lists("THEIRS"), rose));

        assertThat(shop.key.post(ORDERS, order).faults())
                .containsExactly(
                        "additionalFees field.invalid",
                        "items[0].quantity field.out_of_range",
                        "items[0].storeProductId product.unknown",
                        "items[0].unitCost field.out_of_range",
                        "items[1].notes field.invalid",
                        "items[1].quantity field.out_of_range",
                        "items[1].storeProductId field.required",
                        "items[1].unitCost money.fraction",
                        "items[2].quantity field.required",
                        "items[2].unitCost field.required",
                        "notes field.too_long",
                        "orderDate field.required",
                        "referenceNumber field.too_long",
                        "supplierId supplier.unknown");
    }

    @Test
    void an_archived_product_cannot_be_ordered_and_an_order_that_has_it_goes_on() {
        var order = shop.sends(Buying.with(Buying.order(), rose, 4, 100));
        well(shop.goods.delete("/products/" + rose));

        assertThat(shop.key
                        .post(ORDERS, Buying.with(Buying.order(), rose, 1, 1))
                        .faults())
                .containsExactly("items[0].storeProductId product.unknown");
        assertThat(well(shop.moves(order, "Received")).data("items.0.received")).isEqualTo("4");
    }

    @Test
    void a_draft_keeps_a_product_that_was_archived_when_another_line_changes() {
        var vase = well(shop.goods.saves(Goods.product("VASE-2"))).data("id");
        var draft = Buying.with(Buying.with(Buying.order(), rose, 4, 100), vase, 2, 50);
        var order = well(shop.key.post(ORDERS, draft)).data("id");
        well(shop.goods.delete("/products/" + rose));

        var changed = Buying.with(Buying.with(Api.object(), rose, 4, 100), vase, 3, 50);

        assertThat(well(shop.key.put(ORDERS + "/" + order, changed)).data("subTotal"))
                .isEqualTo("550");
    }

    @Test
    void the_largest_order_there_can_be_adds_up() {
        var order = Buying.order().put("additionalFees", 1_000_000_000);
        for (var i = 0; i < 200; i++) {
            Buying.with(order, rose, 10_000, 1_000_000_000);
        }

        var received = well(shop.moves(shop.sends(order), "Received"));

        assertThat(received.data("totalAmount")).isEqualTo("2000001000000000");
        assertThat(received.data("amountReceived")).isEqualTo("2000001000000000");
        assertThat(shop.onHand("ROSE")).isEqualTo("2000000");
        Buying.with(order, rose, 1, 1);
        assertThat(shop.key.post(ORDERS, order).faults()).containsExactly("items field.out_of_range");
    }

    @Test
    void a_piece_more_of_the_dearest_stock_there_can_be_is_received() {
        var fresh = Buying.opens(api);
        well(fresh.goods.shop().owner().post(Api.STAFF + "/settings", "{\"currencyCode\":\"USD\"}"));
        var ring = well(fresh.goods.saves(
                        Goods.product("RING").put("cost", 1_000_000_000).put("initialQuantity", 99_999_999)))
                .data("id");

        var received = well(fresh.moves(fresh.sends(Buying.with(Buying.order(), ring, 1, 1_000_000_000)), "Received"));

        assertThat(received.data("items.0.received")).isEqualTo("1");
    }

    @Test
    void a_draft_changes_wholly_and_what_was_sent_keeps_its_items() {
        var lily = shop.lists("LILY");
        var order = draft();

        var changed = well(shop.changes(
                order, Buying.with(Api.object().put("notes", "جديد").put("additionalFees", 50), lily, 2, 10)));

        assertThat(changed.data("items.0.sku")).isEqualTo("LILY");
        assertThat(changed.data("items.1")).isEqualTo("");
        assertThat(changed.data("totalAmount")).isEqualTo("70");
        assertThat(changed.data("orderDate")).isEqualTo("2026-11-19T21:00:00.000Z");
        well(shop.moves(order, "Sent"));
        var refused = shop.changes(order, Buying.with(Api.object(), rose, 1, 1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("items purchase_order.status.forbidden");
        var same = well(shop.changes(order, Buying.with(Api.object().put("referenceNumber", "B"), lily, 2, 10)));
        assertThat(same.data("referenceNumber")).isEqualTo("B");
        assertThat(shop.changes(
                                order,
                                Api.object()
                                        .putNull("orderDate")
                                        .putNull("items")
                                        .putNull("status"))
                        .faults())
                .containsExactly("items field.required", "orderDate field.required", "status field.required");
    }

    @Test
    void items_and_step_go_together() {
        var order = draft();

        var sent = well(shop.changes(order, Buying.with(Api.object().put("status", "Sent"), rose, 3, 9)));

        assertThat(sent.data("status")).isEqualTo("Sent");
        assertThat(sent.data("subTotal")).isEqualTo("27");
    }

    @ParameterizedTest
    @CsvSource({
        "Draft, Sent Cancelled",
        "Sent, Received Cancelled",
        "PartiallyReceived, PartiallyReceived Received Cancelled",
        "Received, ''",
        "Cancelled, ''",
    })
    void a_purchase_order_takes_the_steps_of_its_machine_and_no_other(String from, String steps) {
        for (var to : List.of("Draft", "Sent", "PartiallyReceived", "Received", "Cancelled")) {
            var order = standing(from);
            var moved = shop.moves(order, to);
            if (List.of(steps.split(" ")).contains(to)) {
                assertThat(moved.status()).as(from + " to " + to).isEqualTo(200);
                assertThat(moved.data("status")).isEqualTo(to);
            } else if (from.equals("Sent") && to.equals("PartiallyReceived")) {
                assertThat(moved.faults()).containsExactly("receipts field.required");
            } else {
                assertThat(moved.status()).as(from + " to " + to).isEqualTo(409);
                assertThat(moved.faults()).containsExactly("purchase_order.status.forbidden");
                assertThat(moved.json().at("/errors/0/allowed").isArray()).isTrue();
                assertThat(shop.get(order).data("status")).isEqualTo(from);
            }
        }
    }

    private String standing(String status) {
        var order = draft();
        if (!status.equals("Draft")) {
            well(shop.moves(order, status.equals("Cancelled") ? status : "Sent"));
        }
        if (status.equals("PartiallyReceived")) {
            well(shop.receives(order, 0, 1, 0));
        }
        if (status.equals("Received")) {
            well(shop.moves(order, status));
        }
        return order;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lost", "draft sent", ""})
    void a_word_that_is_no_status_is_refused(String word) {
        assertThat(shop.moves(draft(), word).status()).isEqualTo(400);
    }

    @Test
    void a_draft_is_deleted_and_nothing_else_is() {
        var order = draft();
        well(shop.attaches(order, "a.pdf"));

        assertThat(well(shop.key.delete(ORDERS + "/" + order))
                        .json()
                        .get("data")
                        .isNull())
                .isTrue();
        assertThat(shop.key.delete(ORDERS + "/" + order).status()).isEqualTo(404);
        for (var status : List.of("Sent", "PartiallyReceived", "Received", "Cancelled")) {
            var refused = shop.key.delete(ORDERS + "/" + standing(status));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.faults()).containsExactly("purchase_order.status.forbidden");
        }
    }

    @Test
    void the_list_is_newest_first_and_filtered_by_status() {
        for (var status : List.of("Draft", "Sent", "Received")) {
            standing(status);
        }

        assertThat(shop.statuses("")).containsExactly("Received", "Sent", "Draft");
        assertThat(shop.statuses("?status=sent,Draft")).containsExactly("Sent", "Draft");
        assertThat(shop.statuses("?status=Received&per_page=1")).containsExactly("Received");
        assertThat(shop.statuses("?status=Cancelled")).isEmpty();
        assertThat(shop.key.get(ORDERS + "?status=Lost").faults()).containsExactly("status filter.invalid");
        var first = well(shop.key.get(ORDERS + "?per_page=2"));
        assertThat(first.data("totalCount")).isEqualTo("3");
        assertThat(shop.statuses("?per_page=2&cursor=" + Goods.encoded(first.data("nextCursor"))))
                .containsExactly("Draft");
    }

    @Test
    void another_stores_purchase_order_is_unknown() {
        var mine = draft();
        var theirs = Buying.opens(api);

        for (var path : List.of(ORDERS + "/" + mine, ORDERS + "/x", ORDERS + "/" + UUID.randomUUID())) {
            for (var reply : List.of(
                    theirs.key.get(path),
                    theirs.key.put(path, "{\"status\":7}"),
                    theirs.key.delete(path),
                    theirs.key.post(path + "/receipts", "{}"),
                    theirs.key.post(path + "/attachments", "{}"),
                    theirs.key.delete(path + "/attachments/" + UUID.randomUUID()))) {
                assertThat(reply.status()).isEqualTo(404);
                assertThat(reply.faults()).containsExactly("resource.not_found");
            }
        }
    }

    @Test
    void three_files_are_attached_and_a_fourth_is_refused() {
        var order = draft();
        var first = well(shop.attaches(order, "a.pdf"));
        well(shop.attaches(order, "b.pdf"));
        well(shop.attaches(order, "c.pdf"));

        var fourth = shop.attaches(order, "d.pdf");

        assertThat(first.data("fileUrl")).isEqualTo("https://files.example.com/a.pdf");
        assertThat(first.data("fileSize")).isEqualTo("1024");
        assertThat(fourth.status()).isEqualTo(409);
        assertThat(fourth.faults()).containsExactly("attachment.limit");
        assertThat(shop.get(order).data("attachments.0")).isEqualTo(first.data().toString());
        var path = ORDERS + "/" + order + "/attachments/" + first.data("id");
        assertThat(shop.key
                        .delete(ORDERS + "/" + draft() + "/attachments/" + first.data("id"))
                        .status())
                .isEqualTo(404);
        assertThat(well(shop.key.delete(path)).json().get("data").isNull()).isTrue();
        assertThat(shop.key.delete(path).status()).isEqualTo(404);
        assertThat(well(shop.attaches(order, "d.pdf")).data("fileName")).isEqualTo("d.pdf");
    }

    @Test
    void of_many_files_at_once_three_are_attached() {
        var order = draft();

        var statuses = Shop.atOnce(10, i -> shop.attaches(order, i + ".pdf").status());

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(3);
        assertThat(shop.get(order).data().get("attachments")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fileName": " "}                                | fileName field.required
            {"fileUrl": "http://files.example.com/a"}        | fileUrl field.invalid
            {"fileUrl": "a.pdf"}                             | fileUrl field.invalid
            {"fileUrl": "javascript:alert(1)"}               | fileUrl field.invalid
            {"fileSize": 0}                                  | fileSize field.out_of_range
            {"fileSize": 26214401}                           | fileSize field.out_of_range
            {"fileSize": 1.5}                                | fileSize field.invalid
            {"fileSize": null}                               | fileSize field.required
            """)
    void an_attachment_that_is_wrong_is_refused(String more, String fault) {
        var file = Api.object("{\"fileName\":\"a\",\"fileUrl\":\"https://x.example.com/a\",\"fileSize\":26214400}");
        var path = ORDERS + "/" + draft() + "/attachments";
        well(shop.key.post(path, file));
        file.setAll(Api.object(more));

        var refused = shop.key.post(path, file);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly(fault);
    }

    @Test
    void who_orders_at_once_gets_numbers_of_their_own() {
        var numbers = Shop.atOnce(
                8,
                _ -> well(shop.key.post(ORDERS, Buying.with(Buying.order(), rose, 1, 1)))
                        .data("number"));

        assertThat(numbers).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void a_purchase_order_keeps_the_currency() {
        var fresh = Buying.opens(api);
        var owner = fresh.goods.shop().owner();
        well(owner.post(Api.STAFF + "/settings", "{\"currencyCode\":\"USD\"}"));
        var vase = well(fresh.goods.saves(Goods.product("VASE"))).data("id");
        var order = Buying.order();
        order.withArray("items")
                .addObject()
                .put("storeProductId", vase)
                .put("quantity", 2)
                .put("unitCost", 1.25);

        var made = well(fresh.key.post(ORDERS, order));

        assertThat(made.data("totalAmount")).isEqualTo("2.5");
        assertThat(owner.put(Api.STAFF + "/settings", "{\"currencyCode\":\"IQD\"}")
                        .faults())
                .containsExactly("currencyCode settings.currency_locked");
    }
}
