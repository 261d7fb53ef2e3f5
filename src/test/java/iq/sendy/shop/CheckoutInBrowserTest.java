package iq.sendy.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Ordering in a browser: on a phone and on a desk, in three languages, with scripts and without, by keyboard alone. */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckoutInBrowserTest {

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    private Boutique boutique;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        boutique = Boutique.opens(api);
    }

    @ParameterizedTest
    @CsvSource({
        "390,ar,true", "390,ckb,true", "390,en,true", "1280,ar,true", "1280,ckb,true", "1280,en,true",
        "390,ar,false", "390,ckb,false", "390,en,false", "1280,ar,false"
    })
    void an_order_is_placed_on_one_screen(int width, String language, boolean scripts) {
        var before = boutique.orders();
        try (var page = chromium.page(width, reader(scripts))) {
            visit(page, "/cart", language);
            judge(page, "cart-empty", width, language, scripts);
            put(page, "ROSE", 2, language);
            judge(page, "cart", width, language, scripts);
            page.locator("a[href*='/checkout']").click();
            judge(page, "checkout", width, language, scripts);
            fill(page, Shop.newPhone(), scripts);
            judge(page, "checkout-filled", width, language, scripts);
            assertThat(page.locator("#send").innerText()).contains("53,000");
            page.locator("#send").click();
            page.waitForURL("**/thanks*");
            assertThat(page.locator("main").innerText()).contains("53,000");
            judge(page, "thanks", width, language, scripts);
            var thanks = page.url();
            page.reload();
            assertThat(page.url()).isEqualTo(thanks);
            page.locator("main a.main").first().click();
            page.waitForURL("**/orders/SN-*");
            assertThat(page.locator("main").innerText()).contains("53,000").doesNotContain("زينب علي");
            judge(page, "tracking", width, language, scripts);
        }
        assertThat(boutique.orders()).isEqualTo(before + 1);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static NewPageOptions reader(boolean scripts) {
        return new NewPageOptions().setLocale("ar").setJavaScriptEnabled(scripts);
    }

    private void visit(Page page, String path, String language) {
        page.navigate(boutique.page(path) + (language.equals("ar") ? "" : "?lang=" + language));
    }

    /** As the product's page does. */
    private void put(Page page, String sku, int pieces, String language) {
        var query = language.equals("ar") ? "" : "?lang=" + language;
        page.request()
                .post(
                        boutique.page("/cart") + query,
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("sku", sku)
                                        .set("quantity", pieces)));
        visit(page, "/cart", language);
    }

    private void fill(Page page, String phone, boolean scripts) {
        page.locator("#phone").fill(phone);
        page.locator("#name").fill("زينب علي");
        page.locator("#province").selectOption("BG");
        if (scripts) {
            page.waitForCondition(() -> page.locator("#area option").count() > 2);
        } else {
            page.locator("#province ~ button").click();
            assertThat(page.locator("#phone").inputValue()).isEqualTo(phone);
        }
        page.locator("#area").selectOption(Shop.KARRADA);
        page.locator("#address").fill("الكرادة، قرب جامع الزوية");
    }

    private static void judge(Page page, String what, int width, String language, boolean scripts) {
        assertThat(page.locator("html").getAttribute("lang")).as(what).isEqualTo(language);
        assertThat(page.locator("html").getAttribute("dir")).as(what).isEqualTo(language.equals("en") ? "ltr" : "rtl");
        assertThat(Chromium.width(page)).as("%s scrolls sideways", what).isLessThanOrEqualTo(width);
        if (scripts) {
            assertThat(Chromium.barriers(page)).as(what).isEmpty();
        }
        Chromium.keep(page, what + "-" + language + "-" + width + (scripts ? "" : "-plain"));
    }
}
