package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What an order named when it was placed may be renamed or gone since: the order goes on as it was agreed. */
@Scenario
class StandingOrdersTest {

    @Autowired
    Api api;

    Goods goods;
    Shop shop;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        shop = goods.shop();
        goods.sells("ROSE", 10_000, 50);
    }

    @Test
    void a_code_that_was_renamed_stays_with_its_order_and_stays_used() {
        var code = code("OLD");
        var order =
                Goods.well(shop.places(basket(1).put("discountCode", "OLD"))).data("id");
        renamed(code, "NEW");

        var kept = Goods.well(put("/orders/" + order + "/items", items(2)));
        assertThat(kept.data("discountTotal")).as(kept.text()).isEqualTo("2000");
        assertThat(kept.data("discountCode")).isEqualTo("NEW");
        var named = Goods.well(put("/orders/" + order + "/items", items(3).put("discountCode", "NEW")));
        assertThat(named.data("discountTotal")).isEqualTo("3000");
        assertThat(get("/discounts/codes/" + code).data("usedCount")).isEqualTo("1");
        assertThat(shop.places(basket(1).put("discountCode", "NEW")).faults())
                .containsExactly("discountCode discount.exhausted");
    }

    @Test
    void the_word_that_an_order_shows_can_be_sent_back_though_another_code_has_it_now() {
        var code = code("OLD");
        var order =
                Goods.well(shop.places(basket(1).put("discountCode", "OLD"))).data("id");
        renamed(code, "NEW");
        var other = code("OLD");

        Goods.well(put("/orders/" + order + "/items", items(2).put("discountCode", "OLD")));
        assertThat(get("/discounts/codes/" + code).data("usedCount")).isEqualTo("1");
        assertThat(get("/discounts/codes/" + other).data("usedCount")).isEqualTo("0");
        Goods.well(post("/orders/" + order + "/cancel", "{}"));
        assertThat(get("/discounts/codes/" + code).data("usedCount")).isEqualTo("0");
    }

    @Test
    void another_code_takes_the_place_of_a_renamed_one_and_gives_its_use_back() {
        var code = code("OLD");
        var order =
                Goods.well(shop.places(basket(1).put("discountCode", "OLD"))).data("id");
        renamed(code, "NEW");
        var other = code("OTHER");

        Goods.well(put("/orders/" + order + "/items", items(2).put("discountCode", "other")));
        assertThat(get("/discounts/codes/" + code).data("usedCount")).isEqualTo("0");
        assertThat(get("/discounts/codes/" + other).data("usedCount")).isEqualTo("1");
        Goods.well(put("/orders/" + order + "/items", items(2).putNull("discountCode")));
        assertThat(get("/discounts/codes/" + other).data("usedCount")).isEqualTo("0");
    }

    @Test
    void the_items_of_an_order_can_be_changed_when_its_package_size_is_gone() {
        var size = Goods.well(
                        post("/package-sizes", Api.object().put("name", "كبير").put("maxWeightGrams", 5_000)))
                .data("id");
        var order =
                Goods.well(shop.places(basket(1).put("packageSizeId", size))).data("id");
        Goods.well(delete("/package-sizes/" + size));

        assertThat(Goods.well(put("/orders/" + order + "/items", items(2))).data("subTotal"))
                .isEqualTo("20000");
        assertThat(shop.places(basket(1).put("packageSizeId", size)).faults())
                .containsExactly("packageSizeId package_size.unknown");
    }

    @Test
    void the_items_of_an_order_can_be_changed_when_the_category_of_its_rule_is_gone() {
        var category =
                Goods.well(post("/categories", Api.object().put("name", "ورد"))).data("id");
        Goods.well(goods.saves(Goods.product("ROSE").put("categoryId", category)));
        Goods.well(post(
                "/discounts/rules",
                Api.object()
                        .put("name", "ورد")
                        .put("discountType", "percentage")
                        .put("discountValue", 10)
                        .put("categoryId", category)));
        var placed = Goods.well(shop.places(basket(1)));
        assertThat(placed.data("discountTotal")).isEqualTo("1000");
        Goods.well(goods.saves(Goods.product("ROSE").putNull("categoryId")));
        Goods.well(delete("/categories/" + category));

        assertThat(Goods.well(put("/orders/" + placed.data("id") + "/items", items(2)))
                        .data("total"))
                .isEqualTo("20000");
    }

    @Test
    void pieces_that_did_not_come_with_a_return_may_come_later() {
        var order = Goods.well(shop.places(basket(3))).data("id");
        for (var step : List.of("InTransit", "OutForDelivery", "Delivered")) {
            Goods.well(shop.moves(order, step));
        }
        var line = get("/orders/" + order).data("items.0.id");
        returns(order, line, 1, 3);
        var second = returns(order, line, 2, 2);

        assertThat(second.data("refundAmount")).isEqualTo("20000");
        assertThat(get("/orders/" + order).data("status")).isEqualTo("Returned");
    }

    @Test
    void a_price_of_ones_own_needs_the_right_to_set_it_also_where_nothing_of_it_is_stored() {
        var order = Goods.well(shop.places(basket(1))).data("id");
        var poor = api.withKey(shop.mints("orders:read", "orders:write"));
        var body = basket(1);
        ((ObjectNode) body.get("items").get(0)).put("unitPrice", 1);

        assertThat(poor.put(Api.KEYS + "/orders/" + order, body).faults()).containsExactly("scope.missing");
    }

    @Test
    void a_fraction_of_a_dinar_is_the_same_fault_however_many_decimals_it_has() {
        for (var value : List.of("100.1", "100.125")) {
            var code = "{\"code\":\"FR\",\"discountType\":\"fixed_amount\",\"discountValue\":" + value + "}";
            assertThat(post("/discounts/codes", code).faults()).containsExactly("discountValue money.fraction");
            var rule = "{\"name\":\"F\",\"discountType\":\"fixed_amount\",\"discountValue\":" + value + "}";
            assertThat(post("/discounts/rules", rule).faults()).containsExactly("discountValue money.fraction");
            var settings = "{\"currencyCode\":\"IQD\",\"defaultDeliveryFee\":" + value + "}";
            assertThat(post("/settings", settings).faults()).containsExactly("defaultDeliveryFee money.fraction");
        }
        var percent = "{\"code\":\"FR\",\"discountType\":\"percentage\",\"discountValue\":10.125}";
        assertThat(post("/discounts/codes", percent).faults()).containsExactly("discountValue field.invalid");
    }

    private Api.Reply returns(String order, String line, long comes, long asked) {
        var request = Goods.well(post("/orders/" + order + "/return-request", "{}"));
        assertThat(request.data("items.0.quantity")).isEqualTo(Long.toString(asked));
        var path = "/return-requests/" + request.data("id");
        Goods.well(post(path + "/approve", "{}"));
        var came = Api.object();
        came.putArray("items")
                .addObject()
                .put("orderItemId", line)
                .put("restock", comes)
                .put("damaged", 0);
        return Goods.well(post(path + "/complete", came));
    }

    private String code(String word) {
        return Goods.well(post(
                        "/discounts/codes",
                        Api.object()
                                .put("code", word)
                                .put("discountType", "percentage")
                                .put("discountValue", 10)
                                .put("maxUses", 1)))
                .data("id");
    }

    private void renamed(String code, String word) {
        Goods.well(put("/discounts/codes/" + code, Api.object().put("code", word)));
    }

    private Api.Reply post(String path, Object body) {
        return shop.owner().post(Api.STAFF + path, body);
    }

    private Api.Reply put(String path, Object body) {
        return shop.owner().put(Api.STAFF + path, body);
    }

    private Api.Reply get(String path) {
        return shop.owner().get(Api.STAFF + path);
    }

    private Api.Reply delete(String path) {
        return shop.owner().delete(Api.STAFF + path);
    }

    private static ObjectNode basket(long quantity) {
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", quantity);
        return order;
    }

    private static ObjectNode items(long quantity) {
        var body = Api.object();
        body.putArray("items").addObject().put("sku", "ROSE").put("quantity", quantity);
        return body;
    }
}
