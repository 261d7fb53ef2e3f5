package iq.sendy.billing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.accounts.Registrations;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What operators keep for all stores: plans, AI models, courier companies. */
@Scenario
class PlansTest {

    @Autowired
    Api api;

    @Autowired
    Registrations registrations;

    @Autowired
    Backstage backstage;

    private Operators operator;
    private String firstDefault;

    @BeforeEach
    void sign_in() {
        operator = Operators.signIn(api, registrations);
        firstDefault = defaultPlan();
    }

    /** Every other test opens stores on the default. */
    @AfterEach
    void leave_the_default_as_it_was() {
        well(operator.put("/plans/" + firstDefault, Api.object().put("isDefault", true)));
    }

    private String defaultPlan() {
        return backstage
                .jdbc()
                .sql("select id from billing.plan where is_default")
                .query(UUID.class)
                .single()
                .toString();
    }

    @Test
    void a_plan_is_answered_as_it_was_sent() {
        var full = well(operator.post("/plans", Operators.plan("""
                        {"includedInputTokensPerPeriod": 1000000, "includedOutputTokensPerPeriod": "٢٥٠٠٠٠",
                         "overageInputTokenPriceIqd": 3, "overageOutputTokenPriceIqd": 15, "staffLimit": 5,
                         "ordersPerPeriod": 1000, "allowsSocialMessaging": false, "isDefault": false}
                        """)));
        var least = well(operator.post("/plans", Operators.plan("{}")));

        assertThat(full.data().propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "priceIqd",
                        "includedInputTokensPerPeriod",
                        "includedOutputTokensPerPeriod",
                        "overageInputTokenPriceIqd",
                        "overageOutputTokenPriceIqd",
                        "staffLimit",
                        "ordersPerPeriod",
                        "allowsSocialMessaging",
                        "isDefault",
                        "createdAt",
                        "updatedAt");
        assertThat(full.data("includedOutputTokensPerPeriod")).isEqualTo("250000");
        assertThat(full.data("allowsSocialMessaging")).isEqualTo("false");
        assertThat(least.data("includedInputTokensPerPeriod")).isEqualTo("null");
        assertThat(least.data("overageInputTokenPriceIqd")).isEqualTo("0");
        assertThat(least.data("staffLimit")).isEqualTo("null");
        assertThat(least.data("ordersPerPeriod")).isEqualTo("null");
        assertThat(least.data("allowsSocialMessaging")).isEqualTo("true");
        assertThat(least.data("isDefault")).isEqualTo("false");
        assertThat(operator.get("/plans").data("items.0"))
                .isEqualTo(least.data().toString());
        var changed = well(operator.put("/plans/" + full.data("id"), "{\"staffLimit\": null, \"priceIqd\": 0}"));
        assertThat(changed.data("staffLimit")).isEqualTo("null");
        assertThat(changed.data("priceIqd")).isEqualTo("0");
        assertThat(changed.data("ordersPerPeriod")).isEqualTo("1000");
        assertThat(operator.get("/audit-log?resourceType=plan&resourceId=" + full.data("id"))
                        .data("totalCount"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": null}                                    | name field.required
            {"name": ""}                                      | name field.required
            {"priceIqd": null}                                | priceIqd field.required
            {"priceIqd": -1}                                  | priceIqd field.out_of_range
            {"priceIqd": 0.5}                                 | priceIqd money.fraction
            {"priceIqd": 1000000001}                          | priceIqd field.out_of_range
            {"includedInputTokensPerPeriod": -1}              | includedInputTokensPerPeriod field.out_of_range
            {"includedOutputTokensPerPeriod": 1000000000001}  | includedOutputTokensPerPeriod field.out_of_range
            {"overageInputTokenPriceIqd": 0.1}                | overageInputTokenPriceIqd money.fraction
            {"overageOutputTokenPriceIqd": "x"}               | overageOutputTokenPriceIqd field.invalid
            {"staffLimit": 1.5}                               | staffLimit field.invalid
            {"ordersPerPeriod": true}                         | ordersPerPeriod field.invalid
            {"allowsSocialMessaging": 1}                      | allowsSocialMessaging field.invalid
            {"isDefault": "yes"}                              | isDefault field.invalid
            """)
    void what_cannot_be_a_plan_is_refused(String fields, String fault) {
        var id = well(operator.post("/plans", Operators.plan("{}"))).data("id");

        assertThat(operator.post("/plans", Operators.plan(fields)).faults()).containsExactly(fault);
        assertThat(operator.put("/plans/" + id, Api.object(fields)).faults()).containsExactly(fault);
        assertThat(operator.put("/plans/" + UUID.randomUUID(), Api.object(fields))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_missing_is_told_at_once_and_an_unknown_plan_is_not_found() {
        assertThat(operator.post("/plans", "{}").faults())
                .containsExactly("name field.required", "priceIqd field.required");
        assertThat(operator.put("/plans/" + UUID.randomUUID(), "{}").status()).isEqualTo(404);
        assertThat(operator.put("/plans/x", "{}").status()).isEqualTo(404);
        assertThat(Shop.opens(api).owner().get("/api/v1/admin/plans").faults()).containsExactly("permission.missing");
        assertThat(api.get("/api/v1/admin/plans").status()).isEqualTo(401);
    }

    @Test
    void a_new_default_takes_over_and_is_not_just_unmade() {
        var next = well(operator.post("/plans", Operators.plan("{\"isDefault\": true, \"staffLimit\": 7}")))
                .data("id");

        assertThat(defaultPlan()).isEqualTo(next);
        assertThat(Shop.opens(api).owner().get(Api.STAFF + "/subscription").data("staff.limit"))
                .isEqualTo("7");
        assertThat(operator.put("/plans/" + next, "{\"isDefault\": false}").faults())
                .containsExactly("isDefault field.invalid");
        assertThat(operator.put("/plans/" + next, "{\"isDefault\": null, \"priceIqd\": -1}")
                        .faults())
                .containsExactly("isDefault field.invalid", "priceIqd field.out_of_range");
        well(operator.put("/plans/" + firstDefault, "{\"isDefault\": true}"));
        assertThat(defaultPlan()).isEqualTo(firstDefault);
    }

    @Test
    void of_many_defaults_at_once_one_is_left() {
        var answers = Shop.atOnce(8, _ -> operator.post("/plans", Operators.plan("{\"isDefault\": true}")));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers).anyMatch(answer -> answer.data("id").equals(defaultPlan()));
    }

    @Test
    void the_list_of_models_is_replaced_as_a_whole() {
        var models = Api.object("""
                {"items": [{"aiProviderCode": "Sandbox", "aiModelCode": "sandbox-1", "contextLimit": 64000},
                           {"aiProviderCode": "openai", "aiModelCode": "m-1", "contextLimit": 128000}]}
                """);
        var before = operator.get("/ai-models")
                .data()
                .get("items")
                .valueStream()
                .filter(model -> model.get("aiModelCode").stringValue().equals("sandbox-1"))
                .findFirst()
                .orElseThrow();

        var replaced = well(operator.put("/ai-models", models));

        assertThat(replaced.data("totalCount")).isEqualTo("2");
        assertThat(replaced.data("items.0.aiModelCode")).isEqualTo("m-1");
        assertThat(replaced.data("items.1.contextLimit")).isEqualTo("64000");
        assertThat(replaced.data("items.1.id"))
                .as("it is the same model")
                .isEqualTo(before.get("id").stringValue());
        assertThat(replaced.data("items.1.createdAt"))
                .isEqualTo(before.get("createdAt").stringValue());
        assertThat(well(operator.put("/ai-models", models)).data()).isEqualTo(replaced.data());
        assertThat(operator.get("/ai-models?per_page=1").data("totalCount")).isEqualTo("2");
        assertThat(operator.get("/audit-log?resourceType=ai_model").data("items.0.action"))
                .isEqualTo("ai_model.replaced");
        well(
                operator.put(
                        "/ai-models",
                        "{\"items\": [{\"aiProviderCode\": \"sandbox\", \"aiModelCode\": \"sandbox-1\", \"contextLimit\": 32000}]}"));
        assertThat(operator.get("/ai-models").data("totalCount")).isEqualTo("1");
    }

    @Test
    void faults_of_models_are_told_together() {
        assertThat(operator.put("/ai-models", """
                        {"items": [{"aiProviderCode": "acme", "aiModelCode": "", "contextLimit": 0}, {}, "x", null,
                                   {"aiProviderCode": "openai", "aiModelCode": "m", "contextLimit": 1},
                                   {"aiProviderCode": "OPENAI", "aiModelCode": "m", "contextLimit": 2}]}
                        """).faults())
                .containsExactly(
                        "items[0].aiModelCode field.required",
                        "items[0].aiProviderCode field.unknown_value",
                        "items[0].contextLimit field.out_of_range",
                        "items[1].aiModelCode field.required",
                        "items[1].aiProviderCode field.required",
                        "items[1].contextLimit field.required",
                        "items[2] field.invalid",
                        "items[3] field.required",
                        "items[5].aiModelCode field.invalid");
        assertThat(operator.put("/ai-models", "{}").faults()).containsExactly("items field.required");
        assertThat(operator.put("/ai-models", "{\"items\": {}}").faults()).containsExactly("items field.invalid");
    }

    @Test
    void lists_of_models_that_are_sent_at_once_do_not_mix() {
        var answers = Shop.atOnce(6, i -> operator.put("/ai-models", """
                {"items": [{"aiProviderCode": "sandbox", "aiModelCode": "sandbox-1", "contextLimit": %1$s},
                           {"aiProviderCode": "openai", "aiModelCode": "m-%1$s", "contextLimit": %1$s}]}
                """.formatted(1_000 + i)));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        var left = operator.get("/ai-models");
        assertThat(left.data("totalCount")).isEqualTo("2");
        assertThat(left.data("items.0.contextLimit")).isEqualTo(left.data("items.1.contextLimit"));
    }

    @Test
    void a_courier_company_is_added_and_changed() {
        var made = well(operator.post("/courier-companies", "{\"name\": \"بوكسي\", \"phone\": \"6062\"}"));

        assertThat(made.data().propertyNames())
                .containsExactly("id", "name", "phone", "notes", "isActive", "createdAt", "updatedAt");
        assertThat(made.data("isActive")).isEqualTo("true");
        var path = "/courier-companies/" + made.data("id");
        assertThat(well(operator.put(path, "{\"isActive\": false, \"notes\": \"x\"}"))
                        .data("phone"))
                .isEqualTo("6062");
        assertThat(well(operator.put(path, "{\"phone\": \"٠٧٧٠ ۱۲۳\"}")).data("phone"))
                .isEqualTo("0770 123");
        assertThat(well(operator.put(path, "{\"phone\": \"٠٧٧٠ ١٢٣ ٤٥٦٧\"}")).data("phone"))
                .isEqualTo("9647701234567");
        assertThat(operator.put(path, "{\"phone\": \"abc\"}").faults()).containsExactly("phone phone.invalid");
        assertThat(well(operator.put(path, "{\"phone\": null}")).data("phone")).isEqualTo("null");
        assertThat(operator.get("/courier-companies").data("items.0.isActive")).isEqualTo("false");
        assertThat(operator.put(path, "{\"name\": null, \"isActive\": 3}").faults())
                .containsExactly("isActive field.invalid", "name field.required");
        assertThat(operator.post("/courier-companies", "{\"phone\": 7}").faults())
                .containsExactly("name field.required", "phone field.invalid");
        assertThat(operator.put("/courier-companies/" + UUID.randomUUID(), "{\"name\": null}")
                        .status())
                .isEqualTo(404);
        assertThat(operator.put("/courier-companies/" + UUID.randomUUID(), "{}").status())
                .isEqualTo(404);
        assertThat(operator.get("/audit-log?resourceType=courier_company&resourceId=" + made.data("id"))
                        .data("totalCount"))
                .isEqualTo("5");
    }
}
