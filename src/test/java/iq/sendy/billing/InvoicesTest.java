package iq.sendy.billing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.platform.ids.ReplayClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a period costs adds up, to the dinar, whatever was changed in it. */
class InvoicesTest extends BillingScenario {

    private static final String INVOICES = Api.STAFF + "/subscription/invoices";

    private static BigDecimal number(JsonNode invoice, String path) {
        return invoice.at("/" + path.replace('.', '/')).decimalValue();
    }

    private static void adds_up(JsonNode invoice) {
        assertThat(number(invoice, "overage.input.amountIqd")
                        .add(number(invoice, "overage.output.amountIqd"))
                        .add(number(invoice, "overage.roundingIqd")))
                .isEqualByComparingTo(number(invoice, "overage.overageChargeIqd"));
        assertThat(number(invoice, "plan.planChargeIqd").add(number(invoice, "overage.overageChargeIqd")))
                .isEqualByComparingTo(number(invoice, "totalIqd"));
    }

    @Test
    void a_store_that_used_nothing_has_one_and_it_costs_the_plan() {
        var first = well(owner.get(INVOICES));

        assertThat(first.data("totalCount")).isEqualTo("1");
        assertThat(first.data("items.0.state")).isEqualTo("Open");
        assertThat(first.data("items.0.totalIqd")).isEqualTo("0");
        assertThat(well(owner.get(INVOICES)).data()).isEqualTo(first.data());
    }

    @Test
    void what_is_beyond_the_plan_is_rounded_once() {
        operator.subscribes(shop, """
                {"priceIqd": 25000, "includedInputTokensPerPeriod": 1000, "includedOutputTokensPerPeriod": 0,
                 "overageInputTokenPriceIqd": 7, "overageOutputTokenPriceIqd": 7}
                """);
        ledger.settles(call(), 1_036, 36);

        var invoice = well(owner.get(INVOICES)).data().get("items").get(0);

        assertThat(number(invoice, "overage.input.amountIqd")).isEqualByComparingTo("0.252");
        assertThat(number(invoice, "overage.output.amountIqd")).isEqualByComparingTo("0.252");
        assertThat(number(invoice, "overage.roundingIqd")).isEqualByComparingTo("0.496");
        assertThat(number(invoice, "totalIqd")).isEqualByComparingTo("25001");
        adds_up(invoice);
    }

    @Test
    void a_period_that_a_change_of_plan_ended_costs_its_share_of_the_month() {
        var half = Instant.now().minus(Duration.ofDays(15));
        operator.subscribes(shop, "{\"priceIqd\": 30000, \"overageInputTokenPriceIqd\": 1000}");
        well(operator.put(
                "/stores/" + shop.storeId() + "/subscription", Api.object().put("periodStart", half.toString())));
        ReplayClock.at(half.plusSeconds(60), () -> ledger.settles(call(), 5, 5));

        operator.subscribes(shop, "{\"priceIqd\": 90000, \"includedInputTokensPerPeriod\": 0}");
        ledger.settles(call(), 5, 5);

        var invoices = well(owner.get(INVOICES)).data().get("items");
        var closed = invoices.get(1);
        assertThat(closed.get("state").asString()).isEqualTo("Closed");
        assertThat(number(closed, "plan.planChargeIqd").setScale(-2, RoundingMode.HALF_UP))
                .isIn(
                        new BigDecimal("145E2"),
                        new BigDecimal("150E2"),
                        new BigDecimal("155E2"),
                        new BigDecimal("161E2"));
        assertThat(number(closed, "overage.input.tokensUsed")).isEqualByComparingTo("5");
        assertThat(number(invoices.get(0), "totalIqd")).isEqualByComparingTo("90000");
        assertThat(invoices.get(0).get("periodStart").asString())
                .isEqualTo(closed.get("periodEnd").asString());
        invoices.forEach(InvoicesTest::adds_up);
        assertThat(well(api.withKey(shop.mints("settings:read")).get(Api.KEYS + "/subscription/invoices"))
                        .data()
                        .get("items"))
                .as("programs read the same")
                .isEqualTo(invoices);
    }
}
