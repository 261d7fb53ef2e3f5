package iq.sendy.storefront;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Trips;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PlaceOrder;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Share links as a store's people keep them: contract sections 6 and 15. */
@Scenario
public class ShareLinksTest {

    @Autowired
    Api api;

    @Autowired
    Orders orders;

    @Autowired
    Trips trips;

    private LinkShop shop;

    @BeforeEach
    void open() {
        shop = LinkShop.opens(api);
    }

    @Test
    void a_link_to_the_shop_has_an_address_and_a_code_to_scan() {
        var made = shop.makesOne();

        var code = made.data("code");
        assertThat(code).matches("[2-9b-df-hjkmnp-tv-z]{8}");
        assertThat(made.data("url")).endsWith("/l/" + code).startsWith("http");
        assertThat(made.data("qrUrl")).isEqualTo(made.data("url") + ".svg");
        assertThat(made.data("label")).isEqualTo("ستوري الخميس");
        assertThat(made.data().get("sku").isNull()).isTrue();
        assertThat(made.data("visits") + made.data("orders") + made.data("deliveredTotal"))
                .isEqualTo("000");
        assertThat(made.data("createdAt")).isNotEmpty();
        assertThat(shop.listed(made.data("id"), "code", "url")).isEqualTo(code + " " + made.data("url"));
    }

    @Test
    void a_link_to_a_product_names_it() {
        shop.goods().sells("ROSE", 25_000, 3);

        assertThat(shop.makesOneOf("ROSE").data("sku")).isEqualTo("ROSE");
    }

    @Test
    void a_product_that_waits_for_its_day_may_have_a_link() {
        well(shop.goods().saves(Goods.product("SOON").put("price", 1_000).put("isActive", false)));

        assertThat(shop.makesOneOf("SOON").data("sku")).isEqualTo("SOON");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(shop.makes(Api.object().put("sku", "NOBODY")).faults())
                .containsExactlyInAnyOrder("label field.required", "sku product.unknown");
        assertThat(shop.makes(Api.object().put("label", " ").put("sku", 5)).faults())
                .containsExactlyInAnyOrder("label field.required", "sku field.invalid");
        assertThat(shop.makes(Api.object().put("label", "x".repeat(201)).put("sku", "y".repeat(101)))
                        .faults())
                .containsExactlyInAnyOrder("label field.too_long", "sku field.too_long");
        assertThat(shop.makes("{}").faults()).containsExactly("label field.required");
        assertThat(shop.makes("[]").status()).isEqualTo(400);
        assertThat(shop.listed("any")).isEqualTo("not listed");
    }

    @Test
    void archived_and_foreign_products_are_unknown() {
        var archived = shop.goods().sells("GONE", 1_000, 1);
        well(shop.goods().delete("/catalog/products/" + archived));
        LinkShop.opens(api).goods().sells("FOREIGN", 1_000, 1);

        for (var sku : new String[] {"GONE", "FOREIGN"}) {
            var refused = shop.makes(Api.object().put("label", "منشور").put("sku", sku));
            assertThat(refused.status() + " " + refused.faults()).isEqualTo("400 [sku product.unknown]");
        }
    }

    @Test
    void what_a_link_brought_is_what_its_orders_say_now() {
        var link = shop.makesOne();
        var code = link.data("code");
        var delivered = shop.ordersBy(orders, code);
        var cancelled = shop.ordersBy(orders, code);
        shop.ordersBy(orders, code);
        shop.shop().placesOne();
        assertThat(shop.listed(link.data("id"), "orders", "deliveredTotal")).isEqualTo("3 0");

        well(shop.shop().moves(delivered, "Confirmed"));
        well(shop.shop().moves(delivered, "Delivered"));
        well(shop.shop().moves(cancelled, "Cancelled"));

        assertThat(shop.listed(link.data("id"), "orders", "deliveredTotal")).isEqualTo("3 25000");
        assertThat(shop.shop().owner().get(Api.STAFF + "/orders/" + delivered).data("campaign"))
                .isEqualTo(code);
    }

    @Test
    void what_a_link_delivered_is_the_revenue_of_its_orders() {
        var link = shop.makesOne();
        var code = link.data("code");
        var rose = shop.goods().sells("ROSE", 10_000, 9);
        var kept = deliveredBy(code, rose);
        var back = deliveredBy(code, rose);
        assertThat(shop.listed(link.data("id"), "deliveredTotal"))
                .as("without the fees, which are the courier's")
                .isEqualTo("60000");

        returns(kept, 1);
        returns(back, 3);

        assertThat(shop.listed(link.data("id"), "orders", "deliveredTotal")).isEqualTo("2 20000");
        assertThat(well(shop.shop().owner().get(Api.STAFF + "/analytics/summary"))
                        .data("revenue"))
                .isEqualTo("20000");
    }

    /** Three pieces, brought for 4,000. */
    private String deliveredBy(String code, String product) {
        var items = List.of(new PlaceOrder.Item(null, UUID.fromString(product), 3, null));
        var order = shop.ordersBy(
                orders,
                code,
                new OrderedGoods(items, null, null, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.STANDARD, 4_000L));
        for (var status : List.of("Confirmed", "InTransit", "OutForDelivery", "Delivered")) {
            well(shop.shop().moves(order, status));
        }
        return order;
    }

    private void returns(String order, int pieces) {
        var key = shop.shop().key();
        var asked = Api.object();
        asked.putArray("items")
                .addObject()
                .put("orderItemId", well(key.get(Api.KEYS + "/orders/" + order)).data("items.0.id"))
                .put("quantity", pieces);
        var request = well(key.post(Api.KEYS + "/orders/" + order + "/return-request", asked))
                .data("id");
        for (var step : List.of("approve", "complete")) {
            well(key.post(Api.KEYS + "/return-requests/" + request + "/" + step, Api.object()));
        }
    }

    @Test
    void an_order_that_no_link_led_to_carries_no_campaign() {
        var order = shop.shop().placesOne();

        var read = shop.shop().owner().get(Api.STAFF + "/orders/" + order).data();
        assertThat(read.has("campaign") && read.get("campaign").isNull()).isTrue();
    }

    @Test
    void a_deleted_link_is_in_no_list_and_cannot_be_deleted_again() {
        var link = shop.makesOne();
        var path = LinkShop.LINKS + "/" + link.data("id");

        var deleted = well(shop.shop().owner().delete(path));

        assertThat(deleted.json().get("data").isNull()).isTrue();
        assertThat(shop.listed(link.data("id"))).isEqualTo("not listed");
        assertThat(shop.shop().owner().delete(path).status()).isEqualTo(404);
        assertThat(shop.shop().owner().delete(LinkShop.LINKS + "/nothing").status())
                .isEqualTo(404);
        assertThat(well(shop.shop().owner().get(Api.STAFF + "/audit-log?resourceType=share_link"))
                        .text())
                .contains("share_link.created", "share_link.deleted");
    }

    @Test
    void links_of_another_store_are_not_there() {
        var link = shop.makesOne();
        var other = LinkShop.opens(api);
        other.ordersBy(orders, link.data("code"));

        assertThat(other.shop()
                        .owner()
                        .delete(LinkShop.LINKS + "/" + link.data("id"))
                        .status())
                .isEqualTo(404);
        assertThat(other.listed(link.data("id"))).isEqualTo("not listed");
        assertThat(shop.listed(link.data("id"), "orders")).isEqualTo("0");
    }

    @Test
    void a_key_needs_the_scope_of_what_it_does() {
        var reads = api.withKey(shop.shop().mints("storefront:read"));
        var writes = api.withKey(shop.shop().mints("storefront:write"));
        var path = Api.KEYS + "/storefront/links";
        var body = Api.object().put("label", "بوستر");

        assertThat(reads.post(path, body).status()).isEqualTo(403);
        assertThat(writes.get(path).status()).isEqualTo(403);
        var made = well(writes.post(path, body));
        assertThat(well(reads.get(path)).text()).contains(made.data("code"));
        assertThat(reads.delete(path + "/" + made.data("id")).status()).isEqualTo(403);
        well(writes.delete(path + "/" + made.data("id")));
        assertThat(api.get(path).status()).isEqualTo(401);
    }

    @Test
    void the_list_is_paged_newest_first() {
        var codes = new HashSet<String>();
        for (var i = 0; i < 5; i++) {
            codes.add(shop.makesOne().data("code"));
        }
        var newest = shop.makesOne();

        var first = well(shop.shop().owner().get(LinkShop.LINKS + "?pageSize=2"));

        assertThat(first.data("items.0.id")).isEqualTo(newest.data("id"));
        assertThat(first.data("totalCount")).isEqualTo("6");
        var next = well(shop.shop()
                .owner()
                .get(LinkShop.LINKS + "?pageSize=5&cursor=" + Goods.encoded(first.data("nextCursor"))));
        assertThat(next.data().get("items")).hasSize(4);
        assertThat(codes).hasSize(5);
    }

    @Test
    void a_page_of_links_asks_orders_once() {
        for (var i = 0; i < 3; i++) {
            shop.ordersBy(orders, shop.makesOne().data("code"));
        }
        shop.listed("warm");

        var made = trips.during(() -> shop.listed("any"));

        assertThat(made.stream().filter(sql -> sql.contains("orders.order_fact")))
                .hasSize(1);
    }
}
