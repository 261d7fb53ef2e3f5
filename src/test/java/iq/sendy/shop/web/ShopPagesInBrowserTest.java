package iq.sendy.shop.web;

import static iq.sendy.shop.web.ShopJudge.in;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.storefront.Theme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a shop's goods in a browser, on a phone and on a desk, in three languages, with scripts and without. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopPagesInBrowserTest {

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = ShopJudge.opens();

    private ShopStage flowers;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        flowers = ShopStage.opens(api, Theme.FLOWERS, 33);
        flowers.saves(Api.object()
                .put("sku", "ASK")
                .put("name", "تنسيق قاعة كاملة")
                .put("description", "حسب المساحة والموسم."));
        // The newest stands first, and has the longest name.
        flowers.saves(Api.object()
                .put("sku", "LONG")
                .put("name", "ورد".repeat(60))
                .put("description", "وصف".repeat(300))
                .put("price", 999_999_000L));
    }

    @ParameterizedTest
    @CsvSource({"390,ar", "1280,ckb", "390,en"})
    void a_visitor_finds_what_they_want(int width, String language) {
        try (var page = chromium.page(width, Reader.ANYBODY)) {
            page.navigate(in(flowers.path(), language));
            pages.judge(page, "home", language);
            assertThat(page.locator(".card").count()).isEqualTo(30);

            page.locator(".onward .button").click();
            page.waitForURL("**cursor=**");
            assertThat(page.locator(".card").count()).isBetween(4, 29);
            pages.judge(page, "home-more", language);

            page.navigate(in(flowers.path(), language));
            page.locator(".chip").first().click();
            page.waitForURL("**/c/**");
            pages.judge(page, "category", language);

            page.navigate(in(flowers.path() + "/search", language));
            var field = width > 700 ? page.locator("header input[name=q]") : page.locator("main input[name=q]");
            field.fill("توليب");
            field.press("Enter");
            page.waitForURL("**q=**");
            assertThat(page.locator("h1").innerText()).contains("توليب");
            pages.judge(page, "search", language);
            assertThat(page.locator(".card").count()).isPositive();
            page.locator(".card-name a").first().click();
            page.waitForURL("**/p/**");
            assertThat(page.locator("h1").innerText()).contains("توليب");
            pages.judge(page, "product", language);

            page.navigate(in(flowers.path() + "/search?q=%D8%AE%D8%A7%D8%AA%D9%85", language));
            pages.judge(page, "search-nothing", language);
            page.navigate(in(flowers.path() + "/p/W-1", language));
            pages.judge(page, "product-reduced", language);
            page.navigate(in(flowers.path() + "/p/W-2", language));
            pages.judge(page, "product-few", language);
            page.navigate(in(flowers.path() + "/p/W-3", language));
            pages.judge(page, "product-sold-out", language);
            assertThat(page.locator("main form[method=post]").count()).isZero();
            page.navigate(in(flowers.path() + "/p/ASK", language));
            pages.judge(page, "product-on-request", language);
            assertThat(page.locator(".product-side").innerText()).doesNotContain("0 ");
            assertThat(chromium.complaints()).isEmpty();

            page.navigate(in(flowers.path() + "/p/NOTHING", language));
            pages.judge(page, "missing", language);
            assertThat(page.locator("footer").innerText()).contains("0770 123 4567");
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 404"));
        }
    }

    @Test
    void all_of_it_works_without_scripts_and_by_keyboard() {
        try (var page = chromium.page(390, Reader.WITHOUT_SCRIPTS)) {
            page.navigate(flowers.path());
            page.locator(".card-name a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/p/**");
            assertThat(page.locator("[data-step]:visible").count()).isZero();
            assertThat(page.locator("[data-share]:visible").count()).isZero();
            page.locator("#quantity").fill("2");
            assertThat(page.locator("form.buy button[type=submit]").count()).isEqualTo(2);
            page.locator("header a.find-link").click();
            page.waitForURL("**/search");
            page.locator("main input[name=q]").fill("زنبق");
            page.keyboard().press("Enter");
            page.waitForURL("**q=**");
            assertThat(page.locator(".card").count()).isPositive();
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void a_picture_that_cannot_be_had_leaves_no_broken_frame() {
        try (var page = chromium.page(390, Reader.ANYBODY)) {
            page.route("**/*", route -> {
                if (route.request().resourceType().equals("image")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.navigate(flowers.path() + "/p/W-1");
            assertThat(page.locator("main .pic").count()).isPositive();
            page.waitForCondition(() -> page.locator("main .pic img").count() == 0);
            page.unroute("**/*");
        }
        assertThat(chromium.complaints()).allMatch(said -> said.contains("ERR_FAILED"));
    }

    /** It is said on the page, and one tap puts it into the cart once there is a network again. */
    @Test
    void what_is_put_into_the_cart_without_a_network_is_not_lost() {
        try (var page = chromium.page(390, Reader.of("ar"))) {
            page.navigate(in(flowers.path() + "/p/W-4", "ar"));
            page.context().setOffline(true);
            page.locator("#buy .second").click();
            page.locator("[data-unreached]").waitFor();
            assertThat(page.locator("[data-unreached]").innerText()).isEqualTo("لا يوجد اتصال · حاول مرة أخرى");
            pages.lookHere(page, "product-offline", "ar");
            page.context().setOffline(false);
            page.locator("[data-unreached]").click();
            page.locator("[data-added]").waitFor();
            assertThat(page.locator("[data-unreached]").isVisible()).isFalse();
            assertThat(page.locator("[data-cart-count]").innerText()).isEqualTo("1");
        }
        assertThat(chromium.complaints()).allMatch(said -> said.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void an_empty_shop_says_so_and_how_to_ask() {
        var stage = ShopStage.opens(api, Theme.GIFTS, 0);
        try (var page = chromium.page(390, Reader.ANYBODY)) {
            page.navigate(stage.path());
            assertThat(page.locator("main").innerText()).contains("لا توجد منتجات بعد");
            assertThat(page.locator("main a.chat").getAttribute("href")).startsWith("https://wa.me/9647701234567");
            pages.judgeAlone(page, "home-empty", "ar");
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void two_shops_that_cannot_be_seen_are_one_page() {
        var closed = ShopStage.opens(api, Theme.HOME, 1);
        closed.closes();
        try (var page = chromium.page(390, Reader.of("ar"))) {
            var texts = new ArrayList<String>();
            for (var path : List.of(closed.path(), "/s/never-was", closed.path() + "/p/W-0", "/s/never-was/search")) {
                var answer = page.navigate(path);
                assertThat(answer.status()).isEqualTo(404);
                texts.add(answer.text());
            }
            assertThat(texts).containsOnly(texts.getFirst());
            assertThat(texts.getFirst()).contains("هذا المتجر غير متاح");
            pages.judgeAlone(page, "closed", "ar");
        }
        assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 404"));
    }
}
