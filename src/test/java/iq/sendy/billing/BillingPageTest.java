package iq.sendy.billing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.accounts.Registrations;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.ReplayClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The page on which owners see what they used and what it costs, in a browser, on a phone and on a desk. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillingPageTest {

    @Autowired
    Api api;

    @Autowired
    Registrations registrations;

    @Autowired
    TokenBudget budget;

    @Autowired
    PlatformTransactionManager transactions;

    @AutoClose
    private Chromium chromium;

    private Shop shop;

    /** A month that is over on a small plan, and one that runs on a larger one and is near its cap. */
    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        var operator = Operators.signIn(api, registrations);
        shop = Shop.opens(api);
        var ledger = new Ledger(new StoreId(UUID.fromString(shop.storeId())), budget, transactions);
        var before = Instant.now().minus(Duration.ofDays(20));
        operator.subscribes(shop, """
                {"priceIqd": 30000, "includedInputTokensPerPeriod": 1000, "includedOutputTokensPerPeriod": 0,
                 "overageInputTokenPriceIqd": 7, "overageOutputTokenPriceIqd": 7}
                """);
        well(operator.put(
                "/stores/" + shop.storeId() + "/subscription", Api.object().put("periodStart", before.toString())));
        ReplayClock.at(before.plusSeconds(60), () -> ledger.settles(call(), 1_036, 36));
        operator.subscribes(shop, """
                {"priceIqd": 60000, "includedInputTokensPerPeriod": 2000000, "staffLimit": 5,
                 "overageInputTokenPriceIqd": 5, "overageOutputTokenPriceIqd": 9}
                """);
        well(shop.owner()
                .put(Api.STAFF + "/subscription/spend-cap", Api.object().put("tokens", 3_000_000)));
        ledger.settles(call(), 2_400_000, 90_000);
    }

    private static CallId call() {
        return new CallId(UUID.randomUUID(), 1, 1);
    }

    private Page signsIn(int width, String language) {
        var page = chromium.page(width, Reader.of(language));
        Visitor.of(api, shop).entersBy(page);
        return page;
    }

    @ParameterizedTest
    @CsvSource({"390,ar", "1280,ckb", "390,en", "1280,ar"})
    void it_fits_and_keeps_nobody_out(int width, String language) {
        try (var page = signsIn(width, language)) {
            page.navigate("/app/more");
            page.locator("main a[href='/app/billing']").click();
            page.waitForURL("**/app/billing");

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.content()).doesNotContain("??");
            assertThat(page.locator("[role=status]").count()).isOne();
            assertThat(page.locator(".invoice").count()).isEqualTo(2);
            assertThat(Chromium.width(page)).isLessThanOrEqualTo(width);
            assertThat((List<?>) page.locator(".sums dd bdi").evaluateAll("""
                                    all => all.filter(one => new Set([...one.getClientRects()].map(box => box.top)).size > 1)
                                              .map(one => one.textContent)"""))
                    .as("amounts that break into lines")
                    .isEmpty();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.keep(page, "billing-" + language + "-" + width);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void what_it_says_adds_up_and_is_what_the_api_says() {
        try (var page = signsIn(1280, "en")) {
            page.navigate("/app/billing?page=%22%3Cb");

            assertThat(page.locator("[role=status]").innerText()).contains("four fifths");
            assertThat(page.locator(".facts").first().innerText())
                    .contains("2,400,000 of 2,000,000", "90,000, without a limit", "3,000,000 tokens", "0 of 5");
            var usage =
                    well(shop.owner().get(Api.STAFF + "/subscription/usage")).data();
            assertThat(page.locator(".facts").first().innerText())
                    .contains(String.format(
                            Locale.ROOT,
                            "%,d IQD",
                            usage.get("overageChargeIqd").longValue()));
            for (var invoice : page.locator(".invoice").all()) {
                var amounts = invoice.locator(".sums dd").allInnerTexts().stream()
                        .map(BillingPageTest::amount)
                        .toList();
                var total = amounts.getLast();
                assertThat(amounts.subList(0, amounts.size() - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as(invoice.innerText())
                        .isEqualByComparingTo(total);
            }
            assertThat(page.locator(".invoice").last().innerText()).contains("36 of 1,036 beyond the plan, at 7 IQD");
            page.navigate("/app/billing?page=9");
            assertThat(page.locator(".invoice").count()).isZero();
        }
    }

    private static BigDecimal amount(String shown) {
        return new BigDecimal(
                shown.replace("IQD", "").replace(",", "").replace('\u2212', '-').strip());
    }
}
