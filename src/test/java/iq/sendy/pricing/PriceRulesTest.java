package iq.sendy.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Automatic discounts and shipping rules over HTTP: every row, every refusal. */
@Scenario
class PriceRulesTest {

    private static final String DISCOUNTS = Api.KEYS + "/discounts/rules";
    private static final String SHIPPING = Api.KEYS + "/shipping/rules";

    @Autowired
    Api api;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("discounts:read", "discounts:write", "shipping:read", "shipping:write"));
    }

    private static ObjectNode discount() {
        return Api.object().put("name", "خصم").put("discountType", "percentage").put("discountValue", 10);
    }

    private static ObjectNode flat() {
        return Api.object().put("name", "بغداد").put("ruleType", "FlatRate").put("cost", 5_000);
    }

    private String category() {
        return api.withKey(shop.mints("catalog:write"))
                .post(Api.KEYS + "/categories", Api.object().put("name", "ورد"))
                .data("id");
    }

    /** Another store's category is unknown too. */
    @Test
    void a_discount_names_only_categories_of_its_own_store() {
        var foreign = Shop.opens(api);
        var theirs = api.withKey(foreign.mints("catalog:write"))
                .post(Api.KEYS + "/categories", Api.object().put("name", "ورد"))
                .data("id");

        assertThat(key.post(DISCOUNTS, discount().put("categoryId", theirs)).faults())
                .containsExactly("categoryId category.unknown");
    }

    private String makes(String path, ObjectNode body) {
        var made = key.post(path, body);
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return made.data("id");
    }

    @Test
    void an_automatic_discount_is_answered_as_it_was_sent() {
        var category = category();
        var full = key.post(DISCOUNTS, Api.object("""
                        {"name": "خصم المتجر", "discountType": "fixed_amount", "discountValue": 1500,
                         "categoryId": "%s", "channels": "storefront, Social,STOREFRONT", "priority": -3,
                         "startsAt": "2026-01-01T00:00:00Z", "expiresAt": "2027-01-01T00:00:00Z", "isActive": false}
                        """.formatted(category)));
        var least = key.post(DISCOUNTS, discount().put("channels", ""));

        assertThat(full.data("channels")).isEqualTo("Storefront,Social");
        assertThat(full.data("discountValue")).isEqualTo("1500");
        assertThat(full.data("categoryId")).isEqualTo(category);
        assertThat(full.data("priority")).isEqualTo("-3");
        assertThat(full.data("startsAt")).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(full.data("isActive")).isEqualTo("false");
        assertThat(least.data("channels")).isEqualTo("null");
        assertThat(least.data("categoryId")).isEqualTo("null");
        assertThat(least.data("priority")).isEqualTo("0");
        assertThat(least.data("isActive")).isEqualTo("true");
        assertThat(key.get(DISCOUNTS + "/" + full.data("id")).data()).isEqualTo(full.data());
        assertThat(key.get(DISCOUNTS).data("items.0.id")).isEqualTo(least.data("id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": null}                                         | name field.required
            {"name": "  "}                                         | name field.required
            {"discountType": "gift"}                               | discountType field.unknown_value
            {"discountValue": 101}                                 | discountValue field.out_of_range
            {"discountType": "fixed_amount", "discountValue": 0.5} | discountValue money.fraction
            {"categoryId": "x"}                                    | categoryId field.invalid
            {"categoryId": "019301c0-0000-7000-8000-000000000001"} | categoryId category.unknown
            {"channels": "Storefront,Fax"}                         | channels field.unknown_value
            {"channels": "Storefront,"}                            | channels field.unknown_value
            {"priority": 1.5}                                      | priority field.invalid
            {"priority": 1000001}                                  | priority field.out_of_range
            {"startsAt": "2026-02-01", "expiresAt": "2026-01-31"}  | startsAt range.invalid
            """)
    void what_cannot_be_an_automatic_discount_is_refused(String fields, String fault) {
        var id = makes(DISCOUNTS, discount());
        var body = discount();
        body.setAll(Api.object(fields));

        assertThat(key.post(DISCOUNTS, body).faults()).containsExactly(fault);
        assertThat(key.put(DISCOUNTS + "/" + id, Api.object(fields)).faults()).containsExactly(fault);
    }

    @Test
    void an_automatic_discount_is_changed_in_part_and_deleted_once() {
        var path = DISCOUNTS + "/"
                + makes(DISCOUNTS, discount().put("channels", "Pos").put("categoryId", category()));

        assertThat(key.put(path, Api.object().put("discountValue", 15)).data("channels"))
                .isEqualTo("Pos");
        assertThat(key.put(path, Api.object().putNull("categoryId").putNull("channels"))
                        .data("channels"))
                .isEqualTo("null");
        assertThat(key.get(path).data("discountValue")).isEqualTo("15");
        assertThat(key.delete(path).status()).isEqualTo(200);
        assertThat(key.delete(path).status()).isEqualTo(404);
        assertThat(key.get(path).status()).isEqualTo(404);
        assertThat(key.put(path, Api.object().put("priority", "x")).status()).isEqualTo(404);
    }

    @Test
    void a_shipping_rule_is_answered_as_it_was_sent() {
        var full = key.post(SHIPPING, Api.object("""
                        {"name": "الجنوب", "ruleType": "weightbased", "cost": 2000, "minOrderValue": 0, "maxOrderValue": 50000,
                         "minWeightGrams": 0, "maxWeightGrams": 5000, "costPerKg": 500, "provinceCodes": ["ba", "BG", "BA"],
                         "priority": 7, "isActive": false}
                        """));
        var least = key.post(SHIPPING, flat());

        assertThat(full.data("ruleType")).isEqualTo("WeightBased");
        assertThat(full.data("provinceCodes")).isEqualTo("[\"BA\",\"BG\"]");
        assertThat(full.data("maxOrderValue")).isEqualTo("50000");
        assertThat(full.data("maxWeightGrams")).isEqualTo("5000");
        assertThat(full.data("costPerKg")).isEqualTo("500");
        assertThat(full.data("priority")).isEqualTo("7");
        assertThat(full.data("isActive")).isEqualTo("false");
        assertThat(least.data("provinceCodes")).isEqualTo("[]");
        assertThat(least.data("minOrderValue")).isEqualTo("null");
        assertThat(least.data("isActive")).isEqualTo("true");
        assertThat(key.get(SHIPPING + "/" + full.data("id")).data()).isEqualTo(full.data());
        assertThat(key.get(SHIPPING).data("totalCount")).isEqualTo("2");
    }

    @Test
    void a_cost_is_required_but_for_free_shipping_and_for_weight_alone() {
        var free = key.post(
                SHIPPING,
                Api.object().put("name", "f").put("ruleType", "FreeShipping").put("cost", 9_000));
        var weight = key.post(
                SHIPPING,
                Api.object().put("name", "w").put("ruleType", "WeightBased").put("costPerKg", 1_000));

        assertThat(free.data("cost")).as("ignored").isEqualTo("0");
        assertThat(weight.status()).isEqualTo(200);
        assertThat(key.post(SHIPPING, Api.object().put("name", "w").put("ruleType", "WeightBased"))
                        .faults())
                .containsExactly("cost field.required");
        assertThat(key.post(SHIPPING, Api.object().put("name", "v").put("ruleType", "OrderValueBased"))
                        .faults())
                .containsExactly("cost field.required");
        assertThat(key.post(SHIPPING, Api.object()).faults())
                .containsExactly("name field.required", "ruleType field.required");
        assertThat(key.put(SHIPPING + "/" + free.data("id"), Api.object().put("ruleType", "FlatRate"))
                        .faults())
                .containsExactly("cost field.required");
        assertThat(key.put(SHIPPING + "/" + weight.data("id"), Api.object().putNull("costPerKg"))
                        .faults())
                .containsExactly("cost field.required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": null}                                    | name field.required
            {"ruleType": "Drone"}                             | ruleType field.unknown_value
            {"cost": -1}                                      | cost field.out_of_range
            {"cost": 0.5}                                     | cost money.fraction
            {"cost": null}                                    | cost field.required
            {"minOrderValue": 10, "maxOrderValue": 10}        | minOrderValue range.invalid
            {"minWeightGrams": 5000, "maxWeightGrams": 1000}  | minWeightGrams range.invalid
            {"minWeightGrams": 0.5}                           | minWeightGrams field.invalid
            {"provinceCodes": ["BG", "XX"]}                   | provinceCodes[1] address.province_unknown
            {"provinceCodes": "BG"}                           | provinceCodes field.invalid
            {"priority": "high"}                              | priority field.invalid
            {"isActive": 1}                                   | isActive field.invalid
            """)
    void what_cannot_be_a_shipping_rule_is_refused(String fields, String fault) {
        var id = makes(SHIPPING, flat());
        var body = flat();
        body.setAll(Api.object(fields));

        assertThat(key.post(SHIPPING, body).faults()).containsExactly(fault);
        assertThat(key.put(SHIPPING + "/" + id, Api.object(fields)).faults()).containsExactly(fault);
    }

    @Test
    void a_shipping_rule_is_changed_in_part_and_deleted_once() {
        var path = SHIPPING + "/" + makes(SHIPPING, flat().put("minOrderValue", 10_000));

        assertThat(key.put(path, Api.object().put("maxOrderValue", 5_000)).faults())
                .containsExactly("minOrderValue range.invalid");
        assertThat(key.put(path, Api.object().put("cost", 3_000)).data("minOrderValue"))
                .isEqualTo("10000");
        assertThat(key.delete(path).status()).isEqualTo(200);
        assertThat(key.delete(path).status()).isEqualTo(404);
    }

    @Test
    void another_stores_rules_are_not_there() {
        var foreign = api.withKey(
                Shop.opens(api).mints("discounts:read", "discounts:write", "shipping:read", "shipping:write"));

        for (var path : new String[] {
            DISCOUNTS + "/" + makes(DISCOUNTS, discount()), SHIPPING + "/" + makes(SHIPPING, flat()), SHIPPING + "/x"
        }) {
            assertThat(foreign.get(path).status()).isEqualTo(404);
            assertThat(foreign.put(path, Api.object().put("priority", "x")).status())
                    .isEqualTo(404);
            assertThat(foreign.delete(path).status()).isEqualTo(404);
        }
        assertThat(foreign.get(DISCOUNTS).data("totalCount")).isEqualTo("0");
        assertThat(foreign.get(SHIPPING).data("totalCount")).isEqualTo("0");
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        assertThat(shop.key().get(SHIPPING).json().get("message").stringValue())
                .isEqualTo("Missing scope: shipping:read");
        assertThat(api.withKey(shop.mints("discounts:read"))
                        .post(DISCOUNTS, discount())
                        .status())
                .isEqualTo(403);
        assertThat(shop.owner().post(Api.STAFF + "/shipping/rules", flat()).status())
                .isEqualTo(200);
    }
}
