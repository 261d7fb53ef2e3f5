package iq.sendy.billing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.billing.DiscardedCalls.DiscardReason;
import iq.sendy.billing.UsageEvent.CallTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is left of what a store pays, after its models are paid, for operators. */
class MarginsTest extends BillingScenario {

    private String path() {
        return "/stores/" + shop.storeId() + "/margin";
    }

    private CallId uses(AiProvider provider, String model, long input, long output) {
        var call = call();
        ledger.settles(new UsageEvent(
                call,
                provider,
                model,
                null,
                new CallTokens(input, output, 0, 0, 0, false),
                UsageOutcome.ANSWERED,
                true));
        return call;
    }

    @Test
    void a_period_earns_its_invoice_and_costs_all_calls_that_were_made() {
        var known = "m-" + UUID.randomUUID();
        var unknown = "m-" + UUID.randomUUID();
        var listed = well(operator.get("/ai-models")).data().get("items").toString();
        operator.subscribes(shop, """
                {"priceIqd": 50000, "includedInputTokensPerPeriod": 100000, "includedOutputTokensPerPeriod": 0,
                 "overageInputTokenPriceIqd": 3, "overageOutputTokenPriceIqd": 15}
                """);
        assertThat(listed).doesNotContain(known);
        costs(known);
        try {
            uses(AiProvider.OPENAI, known, 400_000, 20_000);
            var nobodys = uses(AiProvider.OPENAI, known, 100_000, 10_000);
            ledger.discards(DiscardedCalls.ofJob(nobodys.job(), DiscardReason.SUPERSEDED));
            uses(AiProvider.ANTHROPIC, unknown, 600, 400);
            uses(AiProvider.SANDBOX, "sandbox-1", 5_000, 100);

            var period = well(operator.get(path())).data().at("/periods/0");

            // 305,600 tokens read and 20,500 written beyond the plan: 916.8 and 307.5 dinars.
            assertThat(period.at("/earned/totalIqd").longValue()).isEqualTo(50_000 + 1_224);
            assertThat(period.get("costIqd").longValue())
                    .isEqualTo(500_000 * 195_000L / 1_000_000 + 30_000 * 780_000L / 1_000_000);
            assertThat(period.get("unpricedTokens").longValue()).isEqualTo(1_000);
            assertThat(period.get("marginIqd").longValue())
                    .isEqualTo(period.at("/earned/totalIqd").longValue()
                            - period.get("costIqd").longValue());
            var first = period.at("/models/0");
            assertThat(first.get("aiModelCode").stringValue()).isEqualTo(known);
            assertThat(first.get("calls").longValue()).isEqualTo(2);
            assertThat(first.get("unpaidInputTokens").longValue()).isEqualTo(100_000);
            assertThat(period.get("models").valueStream())
                    .extracting(model -> model.get("aiModelCode").stringValue() + " " + model.get("costIqd"))
                    .contains(unknown + " null", "sandbox-1 0");
        } finally {
            well(operator.put("/ai-models", Api.object("{\"items\": " + terms(listed) + "}")));
        }
    }

    /** The list as it may be sent back. */
    private static String terms(String listed) {
        var items = Api.object("{\"items\": " + listed + "}").get("items");
        items.forEach(item -> ((ObjectNode) item).remove(List.of("id", "createdAt", "updatedAt")));
        return items.toString();
    }

    private void costs(String model) {
        var listed = terms(well(operator.get("/ai-models")).data().get("items").toString());
        var line = "{\"aiProviderCode\": \"openai\", \"aiModelCode\": \"" + model
                + "\", \"contextLimit\": 128000, \"inputCostIqd\": 195000, \"outputCostIqd\": 780000}";
        var items =
                listed.equals("[]") ? "[" + line + "]" : listed.substring(0, listed.length() - 1) + "," + line + "]";
        well(operator.put("/ai-models", Api.object("{\"items\": " + items + "}")));
    }

    @Test
    void half_a_cost_is_none() {
        var refused = operator.put(
                "/ai-models",
                Api.object("{\"items\": [{\"aiProviderCode\": \"openai\", \"aiModelCode\": \"x\", \"contextLimit\": 1,"
                        + " \"outputCostIqd\": 780000}, {\"aiProviderCode\": \"openai\", \"aiModelCode\": \"y\","
                        + " \"contextLimit\": 1, \"inputCostIqd\": 5}]}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults())
                .containsExactlyInAnyOrder(
                        "items[0].inputCostIqd field.required", "items[1].outputCostIqd field.required");
    }

    @Test
    void operators_alone_see_it_and_an_unknown_store_has_none() {
        assertThat(well(operator.get(path())).data().get("periods")).isNotNull();
        assertThat(operator.get("/stores/" + UUID.randomUUID() + "/margin").status())
                .isEqualTo(404);
        assertThat(shop.owner().get("/api/v1/admin" + path()).status()).isEqualTo(403);
    }
}
