package iq.sendy.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.MovableClock;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.buyers.TakenCodes;
import iq.sendy.storefront.Theme;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The account pages in a browser, by keyboard, on a phone and on a desk, in three languages. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountInBrowserTest {

    @Autowired
    Api api;

    @Autowired
    TakenCodes taken;

    @Autowired
    MovableClock clock;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("shop");

    private ShopStage flowers;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        flowers = ShopStage.opens(api, Theme.FLOWERS, 6);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private void orders(String phone, String... products) {
        var order = Shop.order().put("customerPhone", phone);
        order.remove("orderValue");
        for (var sku : products) {
            order.withArray("items").addObject().put("sku", sku).put("quantity", 2);
        }
        var placed = flowers.shop().places(order);
        assertThat(placed.status()).as(placed.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"390,ar", "1280,ckb", "390,en"})
    void a_buyer_signs_in_sees_their_orders_and_orders_again(int width, String language) {
        var phone = Shop.newPhone();
        orders(phone, "W-0", "W-1");
        orders(phone, "W-4");
        try (var page = chromium.page(width, Reader.ANYBODY)) {
            page.navigate(flowers.path() + "/account?lang=" + language);
            pages.judge(page, "account-phone", language);
            page.keyboard().press("Tab");
            page.locator("#phone").fill("0770");
            page.locator("#phone").press("Enter");
            page.waitForURL("**/account/code**");
            pages.judge(page, "account-phone-wrong", language);
            chromium.complaints();

            page.locator("#phone").fill(phone);
            page.locator("#phone").press("Enter");
            shows(page, "#code");
            pages.judge(page, "account-code", language);
            page.locator("#code").fill(taken.other(phone));
            page.locator("#code").press("Enter");
            shows(page, "#code-wrong");
            pages.judge(page, "account-code-wrong", language);
            chromium.complaints();

            page.locator("#code").fill(taken.latest(phone));
            page.locator("#code").press("Enter");
            shows(page, ".orders");
            assertThat(page.locator(".order").count()).isEqualTo(2);
            pages.judge(page, "account", language);
            assertThat(chromium.complaints()).isEmpty();
            assertThat(page.locator(".order form").count()).isEqualTo(2);

            page.locator("main form[action*=sign-out] button").click();
            shows(page, "#phone");
            var stranger = Shop.newPhone();
            page.locator("#phone").fill(stranger);
            page.locator("#phone").press("Enter");
            shows(page, "#code");
            clock.advance(Duration.ofSeconds(10));
            page.locator("main button.link").click();
            shows(page, ".notice");
            pages.judge(page, "account-wait", language);
            chromium.complaints();
            page.locator("#code").fill(taken.latest(stranger));
            page.locator("#code").press("Enter");
            shows(page, ".nothing");
            pages.judge(page, "account-none", language);
        }
    }

    /** Waits for the page that shows it, all of it. */
    private static void shows(Page page, String what) {
        page.waitForSelector(what);
        page.waitForLoadState();
    }
}
