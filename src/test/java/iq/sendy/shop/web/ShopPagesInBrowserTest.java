package iq.sendy.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Scenario;
import iq.sendy.storefront.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a shop's goods in a browser, on a phone and on a desk, in three languages, with scripts and without. */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopPagesInBrowserTest {

    private static final int FIRST_SCREEN = 660;

    /** Of the 60 KB that are allowed some are left to what pages still learn. */
    private static final int LIGHT = 50 << 10;

    private static final Pattern FILE = Pattern.compile("/assets/[\\w.-]+\\.(?:css|js|woff2)");

    private static final String LOWEST_SEEN = """
            (selector) => Math.min(...[...document.querySelectorAll(selector)]
              .map((one) => one.getBoundingClientRect())
              .filter((box) => box.width > 1 && box.height > 1)
              .map((box) => box.bottom))""";

    private static final String SMALL = """
            () => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary")]
              .filter((one) => !one.closest(".prose") && !one.classList.contains("skip"))
              .map((one) => [one, one.getBoundingClientRect()])
              .filter(([one, box]) => box.width > 1 && box.height > 1)
              .filter(([one, box]) => Math.round(box.height) < 44 && !one.closest(".card-name") && !one.closest(".facts")
                && !one.closest(".finder, .find") && !one.closest(".hero-product"))
              .map(([one, box]) => one.outerHTML.slice(0, 80) + " " + Math.round(box.height))""";

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    private ShopStage flowers;

    @BeforeEach
    void dress() {
        well(flowers, Theme.FLOWERS);
    }

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        flowers = ShopStage.opens(api, Theme.FLOWERS, 33);
        flowers.saves(Api.object()
                .put("sku", "ASK")
                .put("name", "تنسيق قاعة كاملة")
                .put("description", "حسب المساحة والموسم."));
    }

    @ParameterizedTest
    @CsvSource({"390,ar", "1280,ar", "390,ckb", "1280,ckb", "390,en", "1280,en"})
    void a_visitor_finds_what_they_want(int width, String language) {
        try (var page = chromium.page(width, new NewPageOptions())) {
            page.navigate(in(flowers.path(), language));
            judge(page, "home", width, language);
            assertThat(page.locator(".card").count()).isEqualTo(30);

            page.locator(".onward .button").click();
            page.waitForURL("**cursor=**");
            assertThat(page.locator(".card").count()).isBetween(4, 29);
            judge(page, "home-more", width, language);

            page.navigate(in(flowers.path(), language));
            page.locator(".chip").first().click();
            page.waitForURL("**/c/**");
            judge(page, "category", width, language);

            page.navigate(in(flowers.path() + "/search", language));
            var field = width > 700 ? page.locator("header input[name=q]") : page.locator("main input[name=q]");
            field.fill("توليب");
            field.press("Enter");
            page.waitForURL("**q=**");
            assertThat(page.locator("h1").innerText()).contains("توليب");
            judge(page, "search", width, language);
            assertThat(page.locator(".card").count()).isPositive();
            page.locator(".card-name a").first().click();
            page.waitForURL("**/p/**");
            assertThat(page.locator("h1").innerText()).contains("توليب");
            judge(page, "product", width, language);

            page.navigate(in(flowers.path() + "/search?q=%D8%AE%D8%A7%D8%AA%D9%85", language));
            judge(page, "search-nothing", width, language);
            page.navigate(in(flowers.path() + "/p/W-1", language));
            judge(page, "product-reduced", width, language);
            page.navigate(in(flowers.path() + "/p/W-2", language));
            judge(page, "product-few", width, language);
            page.navigate(in(flowers.path() + "/p/W-3", language));
            judge(page, "product-sold-out", width, language);
            assertThat(page.locator("main form[method=post]").count()).isZero();
            page.navigate(in(flowers.path() + "/p/ASK", language));
            judge(page, "product-on-request", width, language);
            assertThat(page.locator(".product-side").innerText()).doesNotContain("0 ");
            assertThat(chromium.complaints()).isEmpty();

            page.navigate(in(flowers.path() + "/p/NOTHING", language));
            judge(page, "missing", width, language);
            assertThat(page.locator("footer").innerText()).contains("0770 123 4567");
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 404"));
        }
    }

    @Test
    void all_of_it_works_without_scripts_and_by_keyboard() {
        var without = new NewPageOptions().setJavaScriptEnabled(false);
        try (var page = chromium.page(390, without)) {
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

    @ParameterizedTest
    @EnumSource(Theme.class)
    void each_theme_sells_on_its_first_screen(Theme theme) {
        var stage = ShopStage.opens(api, theme, 8);
        for (var language : List.of("ar", "ckb", "en")) {
            try (var page = chromium.page(390, new NewPageOptions())) {
                page.setViewportSize(390, FIRST_SCREEN);
                page.navigate(in(stage.path(), language));
                assertThat(lowest(page, ".price"))
                        .as("the first price of %s in %s", theme, language)
                        .isLessThanOrEqualTo(FIRST_SCREEN);
                judge(page, "theme-" + theme, 390, language);
                page.locator(".card-name a").first().click();
                page.waitForURL("**/p/**");
                var dock = ((Number) page.evaluate("() => document.querySelector('.dock').getBoundingClientRect().top"))
                        .intValue();
                assertThat(lowest(page, ".product-price .price")).as("price").isLessThan(dock);
                assertThat(lowest(page, ".product-side .facts li:nth-child(2)"))
                        .as("fee")
                        .isLessThan(dock);
                assertThat(lowest(page, ".dock .button")).as("button").isLessThanOrEqualTo(FIRST_SCREEN);
                judge(page, "theme-" + theme + "-product", 390, language);
            }
        }
        try (var page = chromium.page(1280, new NewPageOptions())) {
            page.navigate(stage.path());
            judge(page, "theme-" + theme, 1280, "ar");
            page.locator(".card-name a").first().click();
            page.waitForURL("**/p/**");
            judge(page, "theme-" + theme + "-product", 1280, "ar");
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void an_empty_shop_says_so_and_how_to_ask() {
        var stage = ShopStage.opens(api, Theme.GIFTS, 0);
        try (var page = chromium.page(390, new NewPageOptions())) {
            page.navigate(stage.path());
            assertThat(page.locator("main").innerText()).contains("لا توجد منتجات بعد");
            assertThat(page.locator("main a.chat").getAttribute("href")).startsWith("https://wa.me/9647701234567");
            judge(page, "home-empty", 390, "ar");
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void on_320_pixels_and_with_text_twice_as_large_nothing_is_cut() {
        flowers.saves(Api.object()
                .put("sku", "LONG")
                .put("name", "ورد".repeat(60))
                .put("description", "وصف".repeat(300))
                .put("price", 999_999_000L));
        for (var theme : Theme.values()) {
            well(flowers, theme);
            try (var page = chromium.page(320, new NewPageOptions())) {
                for (var path : List.of("", "/search?q=x", "/p/LONG", "/p/W-3", "/p/none")) {
                    page.navigate(flowers.path() + path);
                    assertThat(Chromium.width(page)).as(theme + path).isLessThanOrEqualTo(320);
                }
                page.setViewportSize(640, FIRST_SCREEN);
                for (var path : List.of("", "/p/LONG")) {
                    page.navigate(flowers.path() + path);
                    page.evaluate("document.documentElement.style.fontSize = '200%'");
                    assertThat(Chromium.width(page)).as(theme + path + " twice").isLessThanOrEqualTo(640);
                }
            }
        }
        chromium.complaints();
    }

    /** HTML, styles, scripts and the heading's letters as they go over the wire; pictures apart. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void the_first_load_of_a_full_home_is_light(Theme theme) {
        well(flowers, theme);
        var packed = api.withHeader("Accept-Encoding", "gzip").withHeader("Accept", "text/html");
        var files = FILE.matcher(packed.withHeader("Accept-Encoding", "identity")
                        .get(flowers.path())
                        .text())
                .results()
                .map(file -> file.group())
                .distinct()
                .toList();
        var sizes = new TreeMap<String, Integer>();
        sizes.put("page", packed.get(flowers.path()).bytes().length);
        files.forEach(file -> sizes.put(file, packed.get(file).bytes().length));

        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum())
                .as("%s", sizes)
                .isLessThanOrEqualTo(LIGHT);
    }

    @Test
    void two_shops_that_cannot_be_seen_are_one_page() {
        var closed = ShopStage.opens(api, Theme.HOME, 1);
        closed.closes();
        try (var page = chromium.page(390, new NewPageOptions().setLocale("ar"))) {
            var texts = new ArrayList<String>();
            for (var path : List.of(closed.path(), "/s/never-was", closed.path() + "/p/W-0", "/s/never-was/search")) {
                var answer = page.navigate(path);
                assertThat(answer.status()).isEqualTo(404);
                texts.add(answer.text());
            }
            assertThat(texts).containsOnly(texts.getFirst());
            assertThat(texts.getFirst()).contains("هذا المتجر غير متاح");
            judge(page, "closed", 390, "ar");
        }
        assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 404"));
    }

    private static void well(ShopStage stage, Theme theme) {
        iq.sendy.Goods.well(stage.key().post(Api.KEYS + "/storefront/templates/" + theme + "/apply"));
    }

    private static String in(String path, String language) {
        if (language.equals("ar")) {
            return path;
        }
        return path + (path.indexOf('?') < 0 ? '?' : '&') + "lang=" + language;
    }

    private static int lowest(Page page, String selector) {
        return ((Number) page.evaluate(LOWEST_SEEN, selector)).intValue();
    }

    private static void judge(Page page, String what, int width, String language) {
        assertThat(page.locator("html").getAttribute("lang")).as(what).isEqualTo(language);
        assertThat(page.locator("html").getAttribute("dir")).as(what).isEqualTo(language.equals("en") ? "ltr" : "rtl");
        Chromium.keep(page, "shop-" + what + "-" + language + "-" + width);
        assertThat(Chromium.width(page)).as("%s scrolls sideways", what).isLessThanOrEqualTo(width);
        assertThat((List<?>) page.evaluate(SMALL))
                .as("too small to be hit on %s", what)
                .isEmpty();
        assertThat(Chromium.barriers(page)).as(what).isEmpty();
    }
}
