package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Whoever sends a body with several faults hears of all at once: those that can be read off it, and those of the store. */
@Scenario
class AllFaultsAtOnceTest {

    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";

    @Autowired
    Api api;

    Goods goods;
    Shop shop;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        shop = goods.shop();
    }

    @Test
    void a_quote_with_a_wrong_phone_and_an_unknown_product() {
        var body = Api.object().put("customerPhone", "1");
        body.putArray("items").addObject().put("sku", "nope").put("quantity", 1);

        assertThat(post("/orders/quote", body).faults())
                .containsExactly("customerPhone phone.invalid", "items[0].sku product.unknown");
    }

    @Test
    void a_code_that_does_not_hold_refuses_no_quote_whatever_else_is_wrong() {
        goods.sells("ROSE", 10_000, 5);
        var body = Api.object().put("customerPhone", "1").put("discountCode", "NOPE");
        body.putArray("items").addObject().put("sku", "ROSE").put("quantity", 1);

        assertThat(post("/orders/quote", body).faults()).containsExactly("customerPhone phone.invalid");
    }

    @Test
    void an_order_with_a_line_that_names_nothing_one_unknown_and_a_code() {
        var order = basket();
        order.putArray("items").addObject().put("quantity", 1);
        order.withArray("items").addObject().put("sku", "nope").put("quantity", 1);
        order.withArray("items").addNull();
        order.put("discountCode", "NOPE");

        assertThat(shop.places(order).faults())
                .containsExactly(
                        "discountCode discount.unknown",
                        "items[0].sku field.required",
                        "items[1].sku product.unknown",
                        "items[2] field.required");
    }

    @Test
    void an_order_whose_value_differs_and_whose_package_is_unknown() {
        goods.sells("ROSE", 10_000, 5);
        var order = basket("ROSE", 2).put("orderValue", 5).put("packageSizeId", NOBODY);

        assertThat(shop.places(order).faults())
                .containsExactly("orderValue order.value_mismatch", "packageSizeId package_size.unknown");
        assertThat(shop.places(order.put("customerPhone", "1")).faults())
                .containsExactly(
                        "customerPhone phone.invalid",
                        "orderValue order.value_mismatch",
                        "packageSizeId package_size.unknown");
    }

    @Test
    void a_row_of_a_bulk_call_alone_and_all_or_none() {
        goods.sells("ROSE", 10_000, 5);
        var body = Api.object();
        body.putArray("orders").add(basket("nope", 1).put("customerPhone", "1"));
        body.withArray("orders").add(basket("ROSE", 1));
        body.withArray("orders").add(basket("other", 1));

        var partial = post("/orders/bulk", body);
        assertThat(partial.data("results.0.errors.0.code")).as(partial.text()).isEqualTo("phone.invalid");
        assertThat(partial.data("results.0.errors.1.field")).isEqualTo("items[0].sku");
        assertThat(partial.data("results.1.success")).isEqualTo("true");
        assertThat(partial.data("results.2.errors.0.code")).isEqualTo("product.unknown");
        assertThat(post("/orders/bulk", body.put("mode", "atomic")).faults())
                .containsExactly(
                        "orders[0].customerPhone phone.invalid",
                        "orders[0].items[0].sku product.unknown",
                        "orders[2].items[0].sku product.unknown");
    }

    @Test
    void other_items_of_an_order() {
        goods.sells("ROSE", 10_000, 5);
        var order = Goods.well(shop.places(basket("ROSE", 1))).data("id");
        var items = Api.object().put("discountCode", "NOPE");
        items.putArray("items").addObject().put("sku", "ROSE").put("quantity", 0);
        items.withArray("items").addObject().put("sku", "nope").put("quantity", 1);

        assertThat(put("/orders/" + order + "/items", items).faults())
                .containsExactly(
                        "discountCode discount.unknown",
                        "items[0].quantity field.out_of_range",
                        "items[1].sku product.unknown");
    }

    @Test
    void a_return_and_its_completion() {
        goods.sells("ROSE", 10_000, 5);
        var order = Goods.well(shop.places(basket("ROSE", 2))).data("id");
        for (var step : new String[] {"InTransit", "OutForDelivery", "Delivered"}) {
            Goods.well(shop.moves(order, step));
        }
        var line = get("/orders/" + order).data("items.0.id");
        var asked = Api.object().put("reason", "x".repeat(501));
        asked.putArray("items").addObject().put("orderItemId", NOBODY).put("quantity", 1);
        asked.withArray("items").addObject().put("orderItemId", line).put("quantity", 3);

        var path = "/orders/" + order + "/return-request";
        assertThat(post(path, asked).faults())
                .containsExactly(
                        "items[0].orderItemId order_item.unknown",
                        "items[1].quantity return.quantity",
                        "reason field.too_long");
        asked.withArray("items").addObject().put("quantity", 0);
        assertThat(post(path, asked).faults())
                .containsExactly(
                        "items[0].orderItemId order_item.unknown",
                        "items[2].orderItemId field.required",
                        "items[2].quantity field.out_of_range",
                        "reason field.too_long");

        var request = Goods.well(post(path, "{}")).data("id");
        var came = Api.object();
        came.putArray("items").addObject().put("orderItemId", NOBODY).put("restock", 1);
        came.withArray("items").addObject().put("orderItemId", line).put("restock", -1);
        assertThat(post("/return-requests/" + request + "/complete", came).faults())
                .containsExactly("items[0].orderItemId order_item.unknown", "items[1].restock field.out_of_range");
    }

    @Test
    void a_category_that_would_hold_itself_with_a_sort_order_that_is_none() {
        var category = Goods.well(post("/categories", Api.object().put("name", "ورد " + UUID.randomUUID())))
                .data("id");
        var body = Api.object().put("parentCategoryId", category).put("sortOrder", "first");

        assertThat(put("/categories/" + category, body).faults())
                .containsExactly("parentCategoryId category.cycle", "sortOrder field.invalid");
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

    private static ObjectNode basket() {
        var order = Shop.order();
        order.remove("orderValue");
        return order;
    }

    private static ObjectNode basket(String sku, long quantity) {
        var order = basket();
        order.putArray("items").addObject().put("sku", sku).put("quantity", quantity);
        return order;
    }
}
