package iq.sendy.orders;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static iq.sendy.checkout.OpenShop.checkout;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.checkout.OpenShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Orders of products without a price: they cost 0 until somebody names it, and say so. */
@Scenario
class PriceToConfirmTest {

    @Autowired
    Api api;

    private OpenShop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api).sells("ROSE", 10_000, 100);
        well(shop.goods().saves(product("VASE")));
        well(shop.goods().saves(product("CARD").put("price", 0)));
        key = api.withKey(shop.shop().mints("orders:read", "orders:write", "catalog:write"));
    }

    private static ObjectNode of(String... skus) {
        var order = Shop.order();
        order.remove("orderValue");
        var items = order.putArray("items");
        for (var sku : skus) {
            items.addObject().put("sku", sku).put("quantity", 1);
        }
        return order;
    }

    private Api.Reply places(ObjectNode order) {
        return well(key.post(Api.KEYS + "/orders", order));
    }

    @Test
    void an_order_says_which_of_its_lines_have_no_price_yet() {
        var placed = places(of("ROSE", "VASE"));

        assertThat(placed.data("priceToConfirm")).isEqualTo("true");
        assertThat(placed.data("items.0.priceToConfirm")).isEqualTo("false");
        assertThat(placed.data("items.1.priceToConfirm")).isEqualTo("true");
        assertThat(placed.data("items.1.lineTotal")).isEqualTo("0");
        var stored = well(key.get(Api.KEYS + "/orders/" + placed.data("id")));
        assertThat(stored.data("items")).isEqualTo(placed.data("items"));
        assertThat(well(key.get(Api.KEYS + "/orders")).data("items.0.priceToConfirm"))
                .isEqualTo("true");
        assertThat(well(key.post(Api.KEYS + "/orders/quote", of("VASE"))).data("items.0.priceToConfirm"))
                .isEqualTo("true");
    }

    @Test
    void what_is_given_away_has_a_price() {
        assertThat(places(of("CARD")).data("priceToConfirm")).isEqualTo("false");
        assertThat(well(shop.shop().places(Shop.order().put("orderValue", 0))).data("priceToConfirm"))
                .isEqualTo("false");
    }

    @Test
    void who_names_a_price_confirms_it() {
        var named = of("VASE");
        ((ObjectNode) named.get("items").get(0)).put("unitPrice", 15_000);
        assertThat(places(named).data("priceToConfirm")).isEqualTo("false");

        var order = places(of("VASE")).data("id");
        well(shop.goods()
                .put("/catalog/products/" + productId("VASE"), Api.object().put("price", 20_000)));
        assertThat(well(key.get(Api.KEYS + "/orders/" + order)).data("priceToConfirm"))
                .as("a price of the catalogue is none of an order that is there")
                .isEqualTo("true");
        var items = Api.object();
        items.putArray("items")
                .addObject()
                .put("sku", "VASE")
                .put("quantity", 1)
                .put("unitPrice", 0);
        var replaced = well(key.put(Api.KEYS + "/orders/" + order + "/items", items));
        assertThat(replaced.data("priceToConfirm")).isEqualTo("false");
    }

    private String productId(String sku) {
        return shop.goods().listed("/catalog/products?sku=" + sku, "id").getFirst();
    }

    @Test
    void a_customers_order_waits_for_a_call_and_a_shops_own_does_not() {
        var sent = well(shop.orders(checkout("VASE", 1)));

        assertThat(sent.data("priceToConfirm")).isEqualTo("true");
        assertThat(sent.data("requireOrderConfirmation")).isEqualTo("true");
        assertThat(well(shop.tracks(sent.data("publicId"))).data("priceToConfirm"))
                .isEqualTo("true");
        var hasty = shop.shop().moves(sent.data("id"), "InTransit");
        assertThat(hasty.faults()).containsExactly("order.status.forbidden");
        assertThat(hasty.text()).contains("\"allowed\":[\"Confirmed\",\"Cancelled\"]");
        well(shop.shop().moves(sent.data("id"), "Confirmed"));
        well(shop.shop().moves(sent.data("id"), "InTransit"));

        well(shop.shop().moves(places(of("VASE")).data("id"), "InTransit"));
    }

    @Test
    void a_price_that_is_named_lets_a_customers_order_go() {
        var sent = well(shop.orders(checkout("VASE", 1))).data("id");
        var items = Api.object();
        items.putArray("items")
                .addObject()
                .put("sku", "VASE")
                .put("quantity", 1)
                .put("unitPrice", 12_000);

        well(key.put(Api.KEYS + "/orders/" + sent + "/items", items));

        well(shop.shop().moves(sent, "InTransit"));
    }
}
