package iq.sendy.checkout;

import static iq.sendy.Goods.well;
import static iq.sendy.checkout.OpenShop.checkout;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What strangers order, as programs send it. */
@Scenario
public class ShopOrdersTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private OpenShop shop;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api).sells("ROSE", 10_000, 100).sells("VASE", 25_000, 5);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_stranger_orders_and_is_told_what_it_costs_and_where_it_is() {
        well(shop.shop().owner().put(Api.STAFF + "/settings", Api.object().put("defaultDeliveryFee", 5_000)));

        var placed = well(shop.orders(checkout("ROSE", 2)));

        assertThat(placed.data("status")).isEqualTo("Pending");
        assertThat(placed.data("totals"))
                .isEqualTo("{\"subTotal\":20000,\"discountTotal\":0,\"deliveryFee\":5000,\"total\":25000}");
        assertThat(placed.data("items.0.sku")).isEqualTo("ROSE");
        assertThat(placed.data("items.0.lineTotal")).isEqualTo("20000");
        assertThat(placed.data("duplicate")).isEqualTo("false");
        assertThat(placed.data("trackingUrl")).endsWith("/s/" + shop.slug() + "/orders/" + placed.data("publicId"));
        var stored = well(shop.shop().key().get(Api.KEYS + "/orders/" + placed.data("id")));
        assertThat(stored.data("source")).isEqualTo("Storefront");
        assertThat(stored.data("timeline.0.actor.kind")).isEqualTo("buyer");
        assertThat(stored.data("holdReason")).isEqualTo("null");
        assertThat(shop.left("ROSE")).isEqualTo(98);
    }

    @Test
    void a_price_in_the_body_is_not_read() {
        var cheap =
                checkout("ROSE", 1).put("orderValue", 1).put("deliveryFee", 0).put("total", "x");
        ((ObjectNode) cheap.get("items").get(0)).put("unitPrice", 1).put("price", -5);

        var placed = well(shop.orders(cheap));

        assertThat(placed.data("totals.subTotal")).isEqualTo("10000");
    }

    @Test
    void every_field_that_fails_is_told_at_once() {
        var nothing = shop.orders(Api.object());

        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.faults())
                .containsExactly(
                        "addressAreaId field.required",
                        "addressProvinceCode field.required",
                        "customerAddress field.required",
                        "customerName field.required",
                        "customerPhone field.required",
                        "items field.required");
        var wrong = checkout("NONE", 0)
                .put("customerPhone", "911")
                .put("addressAreaId", "b1b10358-97d4-5103-a3a0-08c5cf65be8a")
                .put("deliveryLat", 33.3)
                .put("discountCode", "SAVE20");
        assertThat(shop.orders(wrong).faults())
                .containsExactly(
                        "addressAreaId address.area_mismatch",
                        "customerPhone phone.invalid",
                        "deliveryLng address.coordinates",
                        "discountCode discount.unknown",
                        "items[0].quantity field.out_of_range",
                        "items[0].sku product.unknown");
        assertThat(shop.orders(checkout("NONE", 1).put("discountCode", "SAVE20"))
                        .faults())
                .containsExactly("discountCode discount.unknown", "items[0].sku product.unknown");
        assertThat(shop.count()).isZero();
    }

    @Test
    void too_little_of_something_names_the_line() {
        var much = checkout("ROSE", 1);
        much.withArray("items").addObject().put("sku", "VASE").put("quantity", 6);

        var refused = shop.orders(much);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("items[1].quantity stock.insufficient");
        assertThat(refused.json().at("/errors/0/available").intValue()).isEqualTo(5);
        assertThat(shop.count()).isZero();
    }

    @Test
    void a_product_without_a_price_costs_nothing() {
        well(shop.goods().saves(iq.sendy.Goods.product("CARD")));

        assertThat(well(shop.orders(checkout("CARD", 3))).data("totals.total")).isEqualTo("0");
    }

    @Test
    void the_same_phone_with_the_same_items_is_the_same_order_for_ten_minutes() {
        var checkout = checkout("ROSE", 2);
        checkout.withArray("items").addObject().put("sku", "VASE").put("quantity", 1);
        var first = well(shop.orders(checkout));
        var turned = checkout("VASE", 1)
                .put(
                        "customerPhone",
                        checkout.get("customerPhone").stringValue().replaceFirst("0", "+964"))
                .put("customerName", "زينب")
                .put("discountCode", "GONE");
        turned.withArray("items").addObject().put("sku", "ROSE").put("quantity", 1);
        turned.withArray("items").addObject().put("sku", "ROSE").put("quantity", 1);

        clock.advance(Duration.ofMinutes(9));
        var again = well(shop.orders(turned));

        assertThat(again.data("id")).isEqualTo(first.data("id"));
        assertThat(again.data("duplicate")).isEqualTo("true");
        assertThat(again.data("items")).isEqualTo(first.data("items"));
        assertThat(shop.left("VASE")).isEqualTo(4);
        clock.advance(Duration.ofMinutes(1));
        assertThat(well(shop.orders(checkout)).data("duplicate")).isEqualTo("false");
        assertThat(shop.count()).isEqualTo(2);
    }

    @Test
    void the_last_piece_sent_twice_is_one_order_and_no_refusal() {
        var last = checkout("VASE", 5);
        var first = well(shop.orders(last));

        assertThat(well(shop.orders(last)).data("id")).isEqualTo(first.data("id"));
    }

    @Test
    void what_was_cancelled_may_be_ordered_again_at_once() {
        var checkout = checkout("ROSE", 1);
        var first = well(shop.orders(checkout)).data("id");
        well(shop.shop().key().post(Api.KEYS + "/orders/" + first + "/cancel"));

        var second = well(shop.orders(checkout));

        assertThat(second.data("duplicate")).isEqualTo("false");
        assertThat(second.data("id")).isNotEqualTo(first);
        assertThat(well(shop.orders(checkout)).data("id")).isEqualTo(second.data("id"));
    }

    @Test
    void other_items_another_phone_and_another_shop_are_other_orders() {
        var checkout = checkout("ROSE", 1);
        var other = OpenShop.opens(api).sells("ROSE", 10_000, 100);
        var three = checkout("ROSE", 3)
                .put("customerPhone", checkout.get("customerPhone").stringValue());

        var ids = List.of(
                well(shop.orders(checkout)).data("id"),
                well(shop.orders(three)).data("id"),
                well(shop.orders(checkout("ROSE", 1))).data("id"),
                well(other.orders(checkout)).data("id"));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void twenty_of_the_same_at_once_are_one_order() {
        var checkout = checkout("ROSE", 2);

        var answers = Shop.atOnce(20, _ -> well(shop.orders(checkout)));

        assertThat(answers)
                .extracting(answer -> answer.data("id"))
                .containsOnly(answers.getFirst().data("id"));
        assertThat(answers)
                .filteredOn(answer -> answer.data("duplicate").equals("false"))
                .hasSize(1);
        assertThat(shop.count()).isEqualTo(1);
        assertThat(shop.left("ROSE")).isEqualTo(98);
    }

    @Test
    void twenty_buyers_for_the_last_five_pieces_are_five_orders() {
        var answers = Shop.atOnce(20, _ -> shop.orders(checkout("VASE", 1)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(
                        answer -> assertThat(answer.faults()).containsExactly("items[0].quantity stock.insufficient"));
        assertThat(shop.left("VASE")).isZero();
        assertThat(shop.count()).isEqualTo(5);
    }

    @Test
    void a_key_of_the_callers_own_gives_the_same_bytes_again() {
        var checkout = checkout("ROSE", 1);
        var keyed = api.withHeader("Idempotency-Key", "form-1");
        var first = well(shop.orders(keyed, checkout));

        var again = well(shop.orders(keyed, checkout));

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(shop.orders(keyed, checkout.deepCopy().put("notes", "x")).status())
                .isEqualTo(422);
        var answers = Shop.atOnce(
                20,
                _ -> shop.orders(
                        api.withHeader("Idempotency-Key", "form-2"),
                        checkout("VASE", 1).put("customerPhone", "07901112233")));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        assertThat(shop.count()).isEqualTo(2);
    }

    @Test
    void a_quote_wants_items_alone_and_says_what_is_lost() {
        var basket = Api.object().put("discountCode", "GONE").put("unitPrice", 1);
        basket.putArray("items").addObject().put("sku", "ROSE").put("quantity", 200);

        var quoted = well(shop.quotes(basket));

        assertThat(quoted.data("total")).isEqualTo("2000000");
        assertThat(quoted.data("lost.0.reason")).isEqualTo("discount.unknown");
        var wrong = Api.object().put("customerPhone", "1").put("addressProvinceCode", "XX");
        wrong.putArray("items").addObject().put("sku", "NONE").put("quantity", 1);
        assertThat(shop.quotes(wrong).faults())
                .containsExactly(
                        "addressProvinceCode address.province_unknown",
                        "customerPhone phone.invalid",
                        "items[0].sku product.unknown");
        assertThat(shop.quotes(Api.object()).faults()).containsExactly("items field.required");
        assertThat(shop.count()).isZero();
    }

    @Test
    void a_shop_that_is_closed_takes_no_orders_and_says_no_more_than_an_unknown_one() {
        well(shop.shop().owner().delete(Api.STAFF + "/storefront/publish"));
        var unknown = api.post("/api/v1/public/storefronts/nobody-there/orders", checkout("ROSE", 1));

        var closed = shop.orders(checkout("ROSE", 1));

        assertThat(closed.status()).isEqualTo(404);
        assertThat(closed.bytes()).isEqualTo(unknown.bytes());
        assertThat(shop.orders(Api.object()).status()).isEqualTo(404);
    }

    @Test
    void a_blocked_customer_is_told_to_call_and_no_more() {
        var checkout = checkout("ROSE", 1);
        well(shop.orders(checkout));
        var customers = api.withKey(shop.shop().mints("customers:read", "customers:write"));
        var id = well(customers.get(Api.KEYS + "/customers")).data("items.0.id");
        well(customers.put(Api.KEYS + "/customers/" + id, Api.object().put("isBlocked", true)));
        var other = checkout("VASE", 1)
                .put("customerPhone", checkout.get("customerPhone").stringValue());

        var refused = shop.orders(other);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("customerPhone customer.blocked");
        assertThat(refused.text()).doesNotContain("locked\",\"message\":\"This customer is blocked");
    }

    @Test
    void another_shops_goods_are_unknown() {
        var other = OpenShop.opens(api).sells("LILY", 10_000, 100);

        assertThat(shop.orders(checkout("LILY", 1)).faults()).containsExactly("items[0].sku product.unknown");
        assertThat(well(other.orders(checkout("LILY", 1))).data("status")).isEqualTo("Pending");
    }
}
