package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of orders in a browser, as staff use it on a phone and at a desk. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderListInBrowserTest {

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("orders");

    private Shop shop;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        shop = Shop.opens(api);
        for (var i = 0; i < 4; i++) {
            shop.placesOne();
        }
        shop.places(Shop.order()
                .put("customerName", "عبد الرحمن مصطفى الخفاجي البغدادي")
                .put("orderValue", 1_250_000));
        shop.moves(shop.placesOne(), "Cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "en"})
    void it_fits_and_keeps_nobody_out(String language) {
        try (var page = chromium.page(390, Reader.of(language))) {
            Visitor.of(api, shop).entersBy(page);
            page.navigate("/app");
            pages.judge(page, "home", language);
            page.navigate("/app/more");
            pages.judge(page, "more", language);
            page.navigate("/app/orders?tab=confirm");
            pages.judge(page, "confirm", language);
            page.navigate("/app/orders?tab=all&source=Api");
            pages.judge(page, "all", language);
            page.navigate("/app/orders?tab=back");
            pages.judge(page, "none", language);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void on_the_narrowest_phone_with_text_twice_as_large_nothing_is_cut() {
        try (var page = chromium.page(320, Reader.of("ar"))) {
            Visitor.of(api, shop).entersBy(page);
            for (var path : List.of("/app", "/app/orders?tab=all", "/app/confirm", "/app/analytics", "/app/settings")) {
                page.navigate(path);
                page.evaluate("document.documentElement.style.fontSize = '200%'");
                assertThat(Chromium.width(page)).as(path).isLessThanOrEqualTo(320);
            }
            page.navigate("/app/orders?tab=all");
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            var name = page.locator(".title a").first().boundingBox();
            assertThat(name.width).as("a name in words, not in letters").isGreaterThan(100);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void one_is_moved_by_a_tap_and_many_after_a_question() {
        var own = Shop.opens(api);
        own.placesOne();
        own.placesOne();
        own.placesOne();
        try (var page = chromium.page(390, Reader.of("ar"))) {
            Visitor.of(api, own).entersBy(page);
            page.navigate("/app");
            page.locator("nav.foot a[href='/app/orders']").click();
            page.locator("nav.tabs a").first().click();
            page.locator("td.act button").first().click();
            page.locator("#said").waitFor();
            assertThat(page.locator("#said").innerText()).contains("تم النقل");
            assertThat(page.locator("tbody tr").count()).isEqualTo(2);

            page.locator("input[name=order]").nth(0).check();
            page.locator("input[name=order]").nth(1).check();
            page.locator("#many-to").selectOption("Confirmed");
            page.locator(".bar button").click();
            page.locator("dialog[open]").waitFor();
            pages.judgeAlone(page, "ask", "ar");
            page.locator("dialog a").click();
            page.locator("dialog:has([data-ask])")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(page.locator("input[name=order]:checked").count()).isEqualTo(2);
            page.locator(".bar button").click();
            page.locator("dialog[open] button").click();
            page.locator("#said").waitFor();
            assertThat(page.locator("#said").innerText()).contains("2");
            assertThat(page.locator("tbody tr").count()).isZero();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void the_side_bar_folds_and_stays_so_without_scripts() {
        try (var page = chromium.page(1280, new Reader("ar", false))) {
            Visitor.of(api, shop).entersBy(page);
            page.navigate("/app");
            var wide = page.locator("nav.side").boundingBox();
            assertThat(wide.width).isEqualTo(232);
            assertThat(wide.x).as("it stands where Arabic begins").isEqualTo(1280 - 232);
            page.locator(".fold button").click();
            page.locator("html.folded").waitFor();
            page.navigate("/app/orders");
            assertThat(page.locator("nav.side").boundingBox().width).isEqualTo(64);
            page.locator(".fold button").click();
            page.locator("html:not(.folded)").waitFor();
            assertThat(page.url()).endsWith("/app/orders");
            assertThat(page.locator("nav.side").boundingBox().width).isEqualTo(232);

            page.navigate("/app/orders?tab=all");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as("nothing stands beside the page")
                    .isEqualTo(0);
            assertThat(page.locator("tbody tr").first().boundingBox().height)
                    .as("names are broken between words, not between letters")
                    .isLessThan(90);
        }
    }
}
