package iq.sendy.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Invariants;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Orders of things that are there: nothing is sold twice, no code is used once too often, every dinar explains itself. */
@Scenario
class BuyingTheLastPieceTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    Shop shop;
    Goods goods;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        goods = Goods.of(shop);
    }

    @Test
    void the_second_customer_is_told_what_is_left() {
        goods.sells("LAMP", 25_000, 1);

        assertThat(buys("LAMP", 1).data("total")).isEqualTo("25000");
        var refused = buys("LAMP", 1);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("items[0].quantity stock.insufficient");
        var error = refused.json().get("errors").get(0);
        assertThat(error.get("sku").stringValue()).isEqualTo("LAMP");
        assertThat(error.get("available").longValue()).isZero();
        nothingDrifts();
    }

    @Test
    void two_lines_of_one_order_on_the_same_stock_are_counted_together() {
        goods.sells("LAMP", 25_000, 3);

        var refused = shop.places(basket("LAMP", 2, "LAMP", 2));

        assertThat(refused.faults())
                .containsExactly("items[0].quantity stock.insufficient", "items[1].quantity stock.insufficient");
        assertThat(shop.places(basket("LAMP", 2, "LAMP", 1)).status()).isEqualTo(200);
        nothingDrifts();
    }

    @Test
    void a_thousand_buyers_at_once_get_a_hundred_pieces() {
        goods.sells("VINYL", 20_000, 100);

        var answers = Shop.atOnce(1_000, _ -> buys("VINYL", 1).status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(100);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(900);
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("100");
        nothingDrifts();
    }

    @Test
    void baskets_in_opposite_orders_do_not_lock_each_other_out() {
        goods.sells("A", 1_000, 10_000);
        goods.sells("B", 1_000, 10_000);

        var answers = Shop.atOnce(
                60,
                i -> shop.places(i % 2 == 0 ? basket("A", 1, "B", 1) : basket("B", 1, "A", 1))
                        .status());

        assertThat(answers).containsOnly(200);
        nothingDrifts();
    }

    @Test
    void of_two_hundred_who_want_a_code_for_five_five_get_it() {
        goods.sells("CUP", 10_000, 1_000);
        var owner = shop.owner();
        owner.post(
                Api.STAFF + "/discounts/codes",
                "{\"code\":\"five\",\"discountType\":\"fixed_amount\",\"discountValue\":1000,\"maxUses\":5,\"perUserLimit\":1}");

        // The first two of them are one person, written in two ways.
        var answers = Shop.atOnce(
                200,
                i -> shop.places(basket("CUP", 1)
                        .put("discountCode", "FIVE")
                        .put(
                                "customerPhone",
                                i == 0
                                        ? "0771 000 0001"
                                        : String.format(Locale.ROOT, "+96477100%05d", Math.max(1, i)))));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.faults().getFirst())
                        .isIn("discountCode discount.exhausted", "discountCode discount.customer_limit"));
        assertThat(owner.get(Api.STAFF + "/discounts/codes").data("items.0.usedCount"))
                .isEqualTo("5");
        nothingDrifts();
    }

    @Test
    void a_cancelled_order_gives_stock_and_code_back_once() {
        goods.sells("CUP", 10_000, 5);
        shop.owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        "{\"code\":\"ONCE\",\"discountType\":\"percentage\",\"discountValue\":50,\"maxUses\":1}");
        var order = shop.places(basket("CUP", 5).put("discountCode", "ONCE"));
        assertThat(order.data("total")).isEqualTo("25000");

        Shop.atOnce(
                10,
                _ -> shop.key().delete(Api.KEYS + "/orders/" + order.data("id")).status());

        assertThat(shop.places(basket("CUP", 5).put("discountCode", "ONCE")).status())
                .isEqualTo(200);
        nothingDrifts();
    }

    @Test
    void other_items_are_priced_and_taken_anew_until_hand_over() {
        goods.sells("ROSE", 2_000, 10);
        goods.sells("VASE", 15_000, 1);
        var order = shop.places(basket("ROSE", 10)).data("id");
        var path = Api.KEYS + "/orders/" + order + "/items";

        var changed = shop.key()
                .put(path, "{\"items\":[{\"sku\":\"ROSE\",\"quantity\":9},{\"sku\":\"VASE\",\"quantity\":1}]}");

        assertThat(changed.data("total")).isEqualTo("33000");
        assertThat(changed.data("payment.amountDue")).isEqualTo("33000");
        assertThat(shop.key()
                        .put(path, "{\"items\":[{\"sku\":\"ROSE\",\"quantity\":11}]}")
                        .status())
                .isEqualTo(409);
        assertThat(shop.key().get(Api.KEYS + "/orders/" + order).data("items.1.sku"))
                .isEqualTo("VASE");
        assertThat(shop.key()
                        .put(path, "{\"items\":[{\"sku\":\"NONE\",\"quantity\":1}]}")
                        .faults())
                .containsExactly("items[0].sku product.unknown");
        nothingDrifts();
        shop.moves(order, "InTransit");
        assertThat(shop.key()
                        .put(path, "{\"items\":[{\"sku\":\"ROSE\",\"quantity\":1}]}")
                        .faults())
                .containsExactly("order.closed");
    }

    @Test
    void goods_leave_at_delivery_and_a_refused_parcel_comes_back_whole() {
        goods.sells("ROSE", 2_000, 10);
        var delivered = shop.places(basket("ROSE", 4)).data("id");
        var refused = shop.places(basket("ROSE", 3)).data("id");

        List.of("InTransit", "OutForDelivery", "Delivered").forEach(step -> shop.moves(delivered, step));
        List.of("InTransit", "OutForDelivery", "Refused", "Returning").forEach(step -> shop.moves(refused, step));

        assertThat(stock()).isEqualTo("6/3");
        shop.moves(refused, "Returned");
        assertThat(stock()).isEqualTo("6/0");
        nothingDrifts();
    }

    @Test
    void a_quote_says_what_the_order_will_cost_and_changes_nothing() {
        goods.sells("ROSE", 2_000, 1);
        var body = basket("ROSE", 7).put("discountCode", "NONE");

        var quote = shop.key().post(Api.KEYS + "/orders/quote", body);

        assertThat(quote.data("total")).isEqualTo("14000");
        assertThat(quote.data("lost.0.reason")).isEqualTo("discount.unknown");
        assertThat(shop.places(body).faults()).containsExactly("discountCode discount.unknown");
        assertThat(stock()).isEqualTo("1/0");
    }

    @Test
    void rows_of_a_bulk_call_see_what_the_rows_before_them_took() {
        goods.sells("ROSE", 2_000, 5);
        var bulk = Api.object();
        bulk.putArray("orders")
                .add(basket("ROSE", 3))
                .add(Shop.order())
                .add(basket("ROSE", 3))
                .add(basket("ROSE", 2));

        var answer = shop.key().post(Api.KEYS + "/orders/bulk", bulk);

        assertThat(answer.data("created")).isEqualTo("3");
        assertThat(answer.data("results.2.errors.0.code")).isEqualTo("stock.insufficient");
        var refused = shop.key().post(Api.KEYS + "/orders/bulk", bulk.put("mode", "atomic"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("3");
        nothingDrifts();
    }

    @Test
    void rows_of_a_bulk_call_see_the_references_and_the_code_of_the_rows_before_them() {
        goods.sells("ROSE", 2_000, 9);
        shop.owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        "{\"code\":\"ONCE\",\"discountType\":\"fixed_amount\",\"discountValue\":500,\"maxUses\":1}");
        var bulk = Api.object();
        bulk.putArray("orders")
                .add(basket("ROSE", 1).put("externalRef", "A").put("discountCode", "ONCE"))
                .add(Shop.order().put("externalRef", "B"))
                .add(basket("ROSE", 1).put("externalRef", "B"))
                .add(basket("ROSE", 1).put("externalRef", "A"))
                .add(Shop.order().put("externalRef", "A"))
                .add(basket("ROSE", 1).put("externalRef", "C").put("discountCode", "ONCE"))
                .add(basket("ROSE", 2));

        var answer = shop.key().post(Api.KEYS + "/orders/bulk", bulk);

        assertThat(answer.data("created")).as(answer.text()).isEqualTo("3");
        assertThat(answer.data("existing")).isEqualTo("3");
        assertThat(answer.data("results.2.id")).isEqualTo(answer.data("results.1.id"));
        assertThat(answer.data("results.3.id")).isEqualTo(answer.data("results.0.id"));
        assertThat(answer.data("results.4.id")).isEqualTo(answer.data("results.0.id"));
        assertThat(answer.data("results.5.errors.0.field")).isEqualTo("discountCode");
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders/" + answer.data("results.6.id"))
                        .data("total"))
                .isEqualTo("4000");
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders/" + answer.data("results.0.id"))
                        .data("discountTotal"))
                .isEqualTo("500");
        nothingDrifts();
    }

    @Test
    void a_blocked_customer_and_a_price_of_ones_own_are_refused() {
        goods.sells("ROSE", 2_000, 5);
        buys("ROSE", 1);
        var owner = shop.owner();
        var customer = owner.get(Api.STAFF + "/customers").data("items.0.id");
        owner.put(Api.STAFF + "/customers/" + customer, "{\"isBlocked\":true}");

        assertThat(buys("ROSE", 1).faults()).containsExactly("customerPhone customer.blocked");
        var priced = basket("ROSE", 1);
        ((ObjectNode) priced.get("items").get(0)).put("unitPrice", 1);
        var forbidden = shop.places(priced);
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.json().get("message").stringValue()).isEqualTo("Missing scope: catalog:write");
    }

    private Api.Reply buys(String sku, int quantity) {
        return shop.places(basket(sku, quantity));
    }

    private static ObjectNode basket(Object... skusAndQuantities) {
        var order = Shop.order();
        order.remove("orderValue");
        var items = order.putArray("items");
        for (var i = 0; i < skusAndQuantities.length; i += 2) {
            items.addObject().put("sku", (String) skusAndQuantities[i]).put("quantity", (Integer)
                    skusAndQuantities[i + 1]);
        }
        return order;
    }

    /** On hand and reserved, of the one row there is. */
    private String stock() {
        var row = goods.get("/catalog/inventory").data().get("items").get(0);
        return row.get("quantityOnHand") + "/" + row.get("quantityReserved");
    }

    /** Ledger, counters, orders and codes agree. */
    private void nothingDrifts() {
        Invariants.hold(backstage.jdbc(), UUID.fromString(shop.storeId()));
    }
}
