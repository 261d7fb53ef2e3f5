package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /orders} by value, success and each refusal. */
@Scenario
class PlacingOrderTest {

    @Autowired
    Api api;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    @Test
    void an_order_is_answered_as_it_is_stored() {
        var placed = shop.places(Shop.order()
                .put("customerPhone", "+٩٦٤ ٧٧٠-١٢٣-٤٥٦٧")
                .put("addressProvinceCode", "bg")
                .put("deliveryMode", "EXPRESS")
                .put("fulfillmentType", "Warehouse")
                .put("deliveryLat", 33.3128)
                .put("deliveryLng", "٤٤.٤٢١٥")
                .put("deliveryFee", "٥٠٠٠")
                .put("notes", "  اتصل قبل الوصول  ")
                .put("whatever", "is ignored"));

        assertThat(placed.status()).as(placed.text()).isEqualTo(200);
        assertThat(placed.data("publicId")).matches("SN-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(placed.data("number")).isEqualTo("1");
        assertThat(placed.data("status")).isEqualTo("Pending");
        assertThat(placed.data("source")).isEqualTo("Api");
        assertThat(placed.data("customerPhone")).isEqualTo("9647701234567");
        assertThat(placed.data("addressProvinceCode")).isEqualTo("BG");
        assertThat(placed.data("deliveryMode")).isEqualTo("Express");
        assertThat(placed.data("fulfillmentType")).isEqualTo("warehouse");
        assertThat(placed.data("paymentMethod")).isEqualTo("CashOnDelivery");
        assertThat(placed.data("deliveryLng")).isEqualTo("44.4215");
        assertThat(placed.data("notes")).isEqualTo("اتصل قبل الوصول");
        assertThat(placed.data("subTotal")).isEqualTo("25000");
        assertThat(placed.data("deliveryFee")).isEqualTo("5000");
        assertThat(placed.data("total")).isEqualTo("30000");
        assertThat(placed.data("payment.status")).isEqualTo("Due");
        assertThat(placed.data("payment.amountDue")).isEqualTo("30000");
        assertThat(placed.data("duplicateExternalRef")).isEqualTo("false");
        assertThat(placed.data("createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

        var read = shop.key().get(Api.KEYS + "/orders/" + placed.data("id"));
        var expected = (ObjectNode) placed.data();
        expected.remove("duplicateExternalRef");
        expected.remove("duplicateSale");
        assertThat(expected.get("timeline")).hasSize(1);
        var answered = (ObjectNode) read.data();
        // Why it costs what it does is told where one order is read.
        assertThat(answered.remove("trace")).isNotNull();
        assertThat(answered).isEqualTo(expected);
    }

    @Test
    void a_person_places_it_as_dashboard_and_the_timeline_says_who() {
        var placed = shop.owner().post(Api.STAFF + "/orders", Shop.order());

        var read = shop.owner().get(Api.STAFF + "/orders/" + placed.data("id"));

        assertThat(read.data("source")).isEqualTo("Dashboard");
        assertThat(read.data("timeline.0.type")).isEqualTo("created");
        assertThat(read.data("timeline.0.status")).isEqualTo("Pending");
        assertThat(read.data("timeline.0.actor.kind")).isEqualTo("user");
        assertThat(read.data("timeline.0.actor.name")).isEqualTo("نور حسين");
    }

    @Test
    void an_order_picked_up_has_no_delivery_fee() {
        assertThat(shop.places(Shop.order().put("deliveryMode", "Pickup")).data("total"))
                .isEqualTo("25000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    customerName        | null                  | field.required
                    customerName        | "   "                 | field.required
                    customerName        | 5                     | field.invalid
                    customerName        | ["a"]                 | field.invalid
                    customerPhone       | null                  | field.required
                    customerPhone       | "0670 123 4567"       | phone.invalid
                    customerPhone       | "07701234"            | phone.invalid
                    customerPhone       | "077012345678"        | phone.invalid
                    customerPhone       | "+1 212 555 0100"     | phone.invalid
                    customerPhone       | 9647701234567         | field.invalid
                    customerAddress     | null                  | field.required
                    customerAddress     | {}                    | field.invalid
                    customerAddress     | true                  | field.invalid
                    addressProvinceCode | null                  | field.required
                    addressProvinceCode | "KR"                  | address.province_unknown
                    addressProvinceCode | 12                    | field.invalid
                    addressAreaId       | null                  | field.required
                    addressAreaId       | "karrada"             | field.invalid
                    addressAreaId       | "00000000-0000-0000-0000-000000000000" | address.area_mismatch
                    orderValue          | null                  | field.required
                    orderValue          | 12500.5               | money.fraction
                    orderValue          | -1                    | field.out_of_range
                    orderValue          | 1000000001            | field.out_of_range
                    orderValue          | 1e400                 | field.out_of_range
                    orderValue          | "abc"                 | field.invalid
                    orderValue          | "25,000"              | field.invalid
                    orderValue          | true                  | field.invalid
                    orderValue          | [1]                   | field.invalid
                    deliveryFee         | 0.5                   | money.fraction
                    deliveryFee         | -250                  | field.out_of_range
                    deliveryFee         | "free"                | field.invalid
                    externalRef         | 7                     | field.invalid
                    fulfillmentType     | "by_air"              | field.unknown_value
                    fulfillmentType     | 1                     | field.invalid
                    deliveryMode        | "Slow"                | field.unknown_value
                    paymentMethod       | "Barter"              | field.unknown_value
                    notes               | false                 | field.invalid
                    items               | []                    | field.out_of_range
                    items               | "LAMP"                | field.invalid
                    cashTendered        | 1.5                   | money.fraction
                    packageSizeId       | "x"                   | field.invalid
                    cashierSessionId    | 3                     | field.invalid
                    """)
    void each_faulty_field_has_its_own_refusal(String field, String value, String code) {
        // As text: a client's own parser would make something else of 1e400.
        var order = Shop.order().put(field, "VALUE").toString().replace("\"VALUE\"", value);
        var refused = shop.key().post(Api.KEYS + "/orders", order);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly(field + " " + code);
        nothingIsStored();
    }

    @ParameterizedTest
    @CsvSource({"customerName,200", "customerAddress,500", "externalRef,100", "notes,5000", "discountCode,100"})
    void a_text_has_a_longest_length(String field, int most) {
        var refused = shop.places(Shop.order().put(field, "ن".repeat(most + 1)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).contains(field + " field.too_long");
        nothingIsStored();
    }

    @Test
    void the_longest_texts_are_taken() {
        var placed = shop.places(Shop.order()
                .put("customerName", "ن".repeat(200))
                .put("customerAddress", "ن".repeat(500))
                .put("externalRef", "ن".repeat(100))
                .put("notes", "ن".repeat(5_000)));

        assertThat(placed.status()).as(placed.text()).isEqualTo(200);
    }

    @Test
    void every_field_that_must_be_there_is_named_at_once() {
        assertThat(shop.places(Api.object()).faults())
                .containsExactly(
                        "addressAreaId field.required",
                        "addressProvinceCode field.required",
                        "customerAddress field.required",
                        "customerName field.required",
                        "customerPhone field.required",
                        "orderValue field.required");
    }

    @Test
    void an_area_of_another_province_is_refused() {
        refuses(order -> order.put("addressProvinceCode", "BA"), "addressAreaId address.area_mismatch");
    }

    @Test
    void half_a_coordinate_or_one_outside_iraq_is_refused() {
        refuses(order -> order.put("deliveryLat", 33.3), "deliveryLng address.coordinates");
        refuses(order -> order.put("deliveryLng", 44.4), "deliveryLat address.coordinates");
        refuses(
                order -> order.put("deliveryLat", 25.2).put("deliveryLng", 55.3),
                "deliveryLat address.coordinates",
                "deliveryLng address.coordinates");
        refuses(order -> order.put("deliveryLat", 91).put("deliveryLng", 44.4), "deliveryLat address.coordinates");
        refuses(order -> order.put("deliveryLat", "north").put("deliveryLng", 44.4), "deliveryLat field.invalid");
    }

    @Test
    void a_code_of_any_length_that_no_governorate_has_is_unknown() {
        refuses(
                order -> order.put("addressProvinceCode", "Baghdad Governorate"),
                "addressProvinceCode address.province_unknown");
    }

    @Test
    void a_quote_asks_for_little_and_checks_all_that_is_sent() {
        var quotes = Api.KEYS + "/orders/quote";
        var wrong = Api.object("""
                {"orderValue": 25000, "customerName": 5, "customerPhone": "x", "customerAddress": [],
                 "addressProvinceCode": "BA", "addressAreaId": "a1b10358-97d4-5103-a3a0-08c5cf65be8a",
                 "deliveryLat": 33.3, "fulfillmentType": "drone", "paymentMethod": "Bitcoin", "notes": {},
                 "cashTendered": -1, "cashierSessionId": "01a2152f-efc4-70df-9c73-dd1819b955d8"}""");
        wrong.put("externalRef", "n".repeat(101));

        assertThat(shop.key()
                        .post(quotes, Api.object().put("orderValue", 25_000))
                        .status())
                .isEqualTo(200);
        assertThat(shop.key().post(quotes, Shop.order()).status()).isEqualTo(200);
        assertThat(shop.key().post(quotes, wrong).faults())
                .containsExactly(
                        "addressAreaId address.area_mismatch",
                        "cashTendered field.out_of_range",
                        "cashierSessionId cashier_session.unknown",
                        "customerAddress field.invalid",
                        "customerName field.invalid",
                        "customerPhone phone.invalid",
                        "deliveryLng address.coordinates",
                        "externalRef field.too_long",
                        "fulfillmentType field.unknown_value",
                        "notes field.invalid",
                        "paymentMethod field.unknown_value");
    }

    @Test
    void goods_codes_and_sessions_that_the_store_does_not_have_are_refused_together() {
        refuses(
                order -> {
                    order.putArray("items").addObject().put("sku", "ROSE-12").put("quantity", 1);
                    order.put("discountCode", "SAVE20")
                            .put("packageSizeId", "01a2152f-efc4-70df-9c73-dd1819b955d8")
                            .put("cashierSessionId", "01a2152f-efc4-70df-9c73-dd1819b955d8");
                },
                "cashierSessionId cashier_session.unknown",
                "discountCode discount.unknown",
                "items[0].sku product.unknown",
                "packageSizeId package_size.unknown");
        refuses(
                order -> order.putArray("items")
                        .addObject()
                        .put("sku", "ROSE-12")
                        .put("quantity", 0),
                "items[0].quantity field.out_of_range",
                "items[0].sku product.unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {
                    []
                    "text"
                    {"a":1,"a":2}
                    {} {}
                    {"customerName":"\\u0000"}
                    {"customerName":"\\ud800"}
                    {'a':1}
                    """)
    void what_is_no_json_object_is_malformed(String body) {
        var refused = shop.key().post(Api.KEYS + "/orders", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("json.malformed");
        nothingIsStored();
    }

    @Test
    void json_nested_too_deeply_is_malformed_and_costs_nothing() {
        var refused =
                shop.key().post(Api.KEYS + "/orders", "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

        assertThat(refused.faults()).containsExactly("json.malformed");
    }

    @Test
    void another_content_type_is_415_and_a_large_body_413() {
        var body = Shop.order().toString();
        assertThat(shop.key()
                        .withHeader("Content-Type", "text/plain")
                        .post(Api.KEYS + "/orders", body)
                        .status())
                .isEqualTo(415);
        assertThat(shop.key()
                        .withHeader("Content-Encoding", "gzip")
                        .post(Api.KEYS + "/orders", body)
                        .status())
                .isEqualTo(415);
        var large = shop.key().post(Api.KEYS + "/orders", Shop.order().put("notes", "n".repeat(2 << 20)));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.faults()).containsExactly("body.too_large");
        nothingIsStored();
    }

    @Test
    void messages_are_in_the_language_asked_for() {
        var refused =
                shop.key().withHeader("Accept-Language", "ar-IQ,en;q=0.5").post(Api.KEYS + "/orders", Api.object());

        assertThat(refused.header("Content-Language")).isEqualTo("ar");
        assertThat(refused.json().get("errors").get(0).get("message").stringValue())
                .matches(".*\\p{IsArabic}.*");
    }

    private void refuses(Consumer<ObjectNode> fault, String... faults) {
        var order = Shop.order();
        fault.accept(order);
        var refused = shop.places(order);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly(faults);
        nothingIsStored();
    }

    private void nothingIsStored() {
        assertThat(shop.key().get(Api.KEYS + "/orders").data("totalCount")).isEqualTo("0");
    }
}
