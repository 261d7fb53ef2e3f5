package iq.sendy.checkout;

import static iq.sendy.Goods.well;
import static iq.sendy.checkout.OpenShop.checkout;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Strangers who send what no form sends: each is told what is wrong, nothing is stored, and nothing breaks. */
@Scenario
class HostileCheckoutTest {

    /** What stands in place of a field, by what kind of thing it is. */
    private static final List<String> ODD = List.of(
            "17",
            "-1",
            "1e400",
            "true",
            "[]",
            "{}",
            "[null]",
            "{\"a\":1}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"");

    @Autowired
    Api api;

    private OpenShop shop;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api).sells("ROSE", 10_000, 100);
    }

    @Test
    void odd_values_in_every_field_are_refused_or_read_and_never_break() {
        var fields = List.copyOf(checkout("ROSE", 1)
                .put("deliveryLat", 1)
                .put("deliveryLng", 1)
                .put("discountCode", "x")
                .put("notes", "x")
                .put("otpCode", "x")
                .propertyNames());
        for (var field : fields) {
            for (var odd : ODD) {
                var text = checkout("ROSE", 1).toString().replaceFirst("\\{", "{\"" + field + "\":\"?\",");
                var once = text.indexOf("\"" + field + "\"", 2 + field.length()) < 0;
                var sent = once
                        ? text.replace("\"" + field + "\":\"?\"", "\"" + field + "\":" + odd)
                        : replaced(field, odd);
                for (var path : List.of("/orders", "/quote")) {
                    assertThat(api.post(shop.path(path), sent).status())
                            .as("%s %s", path, sent)
                            .isIn(200, 400, 409);
                }
            }
        }
    }

    private static String replaced(String field, String odd) {
        var before = checkout("ROSE", 1);
        var value = before.get(field).toString();
        return before.toString().replace("\"" + field + "\":" + value, "\"" + field + "\":" + odd);
    }

    @Test
    void items_are_bounded_in_number_and_size() {
        var many = checkout("ROSE", 1);
        for (var i = 0; i < 200; i++) {
            many.withArray("items").addObject().put("sku", "ROSE").put("quantity", 1);
        }
        assertThat(shop.orders(many).faults()).containsExactly("items field.out_of_range");
        var none = checkout("ROSE", 1);
        none.putArray("items");
        assertThat(shop.orders(none).faults()).containsExactly("items field.out_of_range");
        var odd = checkout("ROSE", 1);
        odd.withArray("items").add(17).addNull().addObject();
        assertThat(shop.orders(odd).faults())
                .containsExactly(
                        "items[1] field.invalid",
                        "items[2] field.required",
                        "items[3].quantity field.required",
                        "items[3].sku field.required");
        assertThat(shop.orders(checkout("ROSE", 10_001)).faults())
                .containsExactly("items[0].quantity field.out_of_range");
        assertThat(shop.count()).isZero();
    }

    @Test
    void long_and_strange_texts_are_too_long_and_a_megabyte_is_too_large() {
        var odd = "\u202e\u0648\u064e\ud83c\udf39\u200f<b>";
        var texts = checkout("ROSE", 1)
                .put("customerName", odd.repeat(100))
                .put("customerAddress", odd.repeat(1_000))
                .put("notes", odd.repeat(10_000))
                .put("discountCode", odd.repeat(100))
                .put("otpCode", odd.repeat(100))
                .put("addressProvinceCode", odd.repeat(100));
        assertThat(shop.orders(texts).faults())
                .containsExactlyInAnyOrder(
                        "customerName field.too_long",
                        "customerAddress field.too_long",
                        "notes field.too_long",
                        "discountCode field.too_long",
                        "otpCode field.too_long",
                        "addressProvinceCode field.too_long");
        assertThat(shop.orders(checkout("ROSE", 1).put("notes", "\u0648".repeat(600_000)))
                        .status())
                .isEqualTo(413);
        assertThat(api.withHeader("Content-Type", "text/plain")
                        .post(shop.path("/orders"), "{}")
                        .status())
                .isEqualTo(415);
        assertThat(api.post(shop.path("/orders"), "{\"items\":").status()).isEqualTo(400);
        assertThat(api.get(shop.path("/orders")).status()).isEqualTo(405);
        assertThat(shop.count()).isZero();
    }

    @Test
    void what_belongs_to_others_is_unknown_and_the_answer_tells_nothing_of_it() {
        var other = OpenShop.opens(api).sells("LILY", 10_000, 5);
        well(other.shop()
                .owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        Api.object()
                                .put("code", "THEIRS")
                                .put("discountType", "percentage")
                                .put("discountValue", 50)));
        var theirs = checkout("LILY", 1).put("discountCode", "THEIRS").put("addressProvinceCode", "BA");

        assertThat(shop.orders(theirs).faults())
                .containsExactly(
                        "addressAreaId address.area_mismatch",
                        "discountCode discount.unknown",
                        "items[0].sku product.unknown");
        var key = api.withHeader("X-API-Key", other.shop().mints("orders:write"));
        assertThat(well(shop.orders(key, checkout("ROSE", 1))).data("status")).isEqualTo("Pending");
        assertThat(other.count()).as("a key at a stranger's door is not read").isZero();
    }

    @Test
    void the_last_use_of_a_code_is_one_order_though_thirty_want_it() {
        well(shop.shop()
                .owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        Api.object()
                                .put("code", "ONCE")
                                .put("discountType", "percentage")
                                .put("discountValue", 50)
                                .put("maxUses", 1)));

        var answers = Shop.atOnce(30, _ -> shop.orders(checkout("ROSE", 1).put("discountCode", "once")));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.faults()).containsExactly("discountCode discount.exhausted"));
        assertThat(Map.of("orders", shop.count(), "left", shop.left("ROSE")))
                .isEqualTo(Map.of("orders", 1L, "left", 99L));
    }
}
