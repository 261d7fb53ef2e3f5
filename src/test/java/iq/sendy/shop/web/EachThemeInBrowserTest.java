package iq.sendy.shop.web;

import static iq.sendy.Goods.well;
import static iq.sendy.shop.web.ShopJudge.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.storefront.Theme;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each face of a shop in a browser. A class of its own, so that another JVM takes it while {@link ShopPagesInBrowserTest}
 * runs: together they would be the last that everybody waits for.
 */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EachThemeInBrowserTest {

    private static final int FIRST_SCREEN = 660;

    /** Of the 60 KB that are allowed some are left to what pages still learn. */
    private static final int LIGHT = 50 << 10;

    private static final Pattern FILE = Pattern.compile("/assets/[\\w.-]+\\.(?:css|js|woff2)");

    /** Letters that came too late to be taken are taken now. */
    private static final String OWN_LETTERS = """
            async () => {
              document.documentElement.style.removeProperty("--heading");
              const faces = [...document.fonts];
              faces.forEach((face) => { face.display = "swap"; });
              await Promise.all(faces.map((face) => face.load()));
              await document.fonts.ready;
              return faces.map((face) => face.status);
            }""";

    private static final String LOWEST_SEEN = """
            (selector) => Math.min(...[...document.querySelectorAll(selector)]
              .map((one) => one.getBoundingClientRect())
              .filter((box) => box.width > 1 && box.height > 1)
              .map((box) => box.bottom))""";

    /** What of a product stands beside its card. */
    private static final String SPILLED = """
            () => [...document.querySelectorAll(".card")].flatMap((card) => {
              const box = card.getBoundingClientRect();
              return [...card.querySelectorAll(".price, .badge, .card-name")]
                .filter((one) => one.getBoundingClientRect().left < box.left - 1 || one.getBoundingClientRect().right > box.right + 1)
                .map((one) => one.className + " of " + card.innerText);
            })""";

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
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void each_theme_sells_on_its_first_screen(Theme theme) {
        var stage = ShopStage.opens(api, theme, 8);
        try (var page = chromium.page(390, Reader.ANYBODY)) {
            for (var language : List.of("ar", "ckb", "en")) {
                page.setViewportSize(390, FIRST_SCREEN);
                page.navigate(in(stage.path(), language));
                withEitherLetters(
                        page,
                        theme + " in " + language,
                        letters -> assertThat(lowest(page, ".price"))
                                .as("the first price of %s", letters)
                                .isLessThanOrEqualTo(FIRST_SCREEN));
                pages.judge(page, "theme-" + theme, language);
                page.locator(".card-name a").first().click();
                page.waitForURL("**/p/**");
                withEitherLetters(page, theme + " in " + language, letters -> assertBuyable(page, letters));
                pages.judge(page, "theme-" + theme + "-product", language);
            }
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    /** No product stands above all others where the shop has a picture of its own, and a large shop has many sections. */
    @Test
    void a_large_shop_with_its_own_picture_sells_on_its_first_screen_too() {
        var stage = ShopStage.opens(api, Theme.HOME, 8);
        stage.grows(12);
        try (var page = chromium.page(390, Reader.ANYBODY)) {
            for (var theme : Theme.values()) {
                dress(stage, theme);
                page.navigate(in(stage.path(), "ar"));
                withEitherLetters(
                        page,
                        theme + " of a large shop",
                        letters -> assertThat(lowest(page, ".price"))
                                .as("the first price of %s", letters)
                                .isLessThanOrEqualTo(FIRST_SCREEN));
                pages.look(page, "theme-" + theme + "-large", "ar");
            }
        }
        // The picture has the address of the platform, which is nowhere in tests: its place is what counts here.
        assertThat(chromium.complaints()).allMatch(said -> said.contains("http://localhost:0/media/"));
    }

    private static void assertBuyable(Page page, String letters) {
        var dock = ((Number) page.evaluate("() => document.querySelector('.dock').getBoundingClientRect().top"))
                .intValue();
        assertThat(lowest(page, ".product-price .price"))
                .as("the price of %s", letters)
                .isLessThan(dock);
        assertThat(lowest(page, ".product-side .facts li:nth-child(2)"))
                .as("the fee of %s", letters)
                .isLessThan(dock);
        assertThat(lowest(page, ".dock .button"))
                .as("the button of %s", letters)
                .isLessThanOrEqualTo(FIRST_SCREEN);
    }

    /**
     * Asks with the letters of the phone, and with the theme's own, which stay. Which of the two a reader has is left to
     * chance otherwise: a page does not wait for its letters.
     */
    private static void withEitherLetters(Page page, String what, Consumer<String> asked) {
        page.evaluate("() => document.documentElement.style.setProperty('--heading', 'var(--font)')");
        asked.accept(what + " with the letters of the phone");
        assertThat((List<?>) page.evaluate(OWN_LETTERS))
                .as("letters of %s", what)
                .allMatch("loaded"::equals);
        asked.accept(what + " with its own letters");
    }

    @Test
    void on_320_pixels_and_with_text_twice_as_large_nothing_is_cut() {
        flowers.saves(Api.object()
                .put("sku", "LONG")
                .put("name", "ورد".repeat(60))
                .put("description", "وصف".repeat(300))
                .put("price", 999_999_000L));
        try (var page = chromium.page(320, Reader.ANYBODY)) {
            for (var theme : Theme.values()) {
                dress(flowers, theme);
                for (var path : List.of("", "/search?q=x", "/p/LONG", "/p/W-3", "/p/none")) {
                    page.setViewportSize(320, FIRST_SCREEN);
                    page.navigate(flowers.path() + path);
                    assertThat(page.evaluate(OWN_LETTERS)).isNotNull();
                    assertThat(Chromium.width(page)).as(theme + path).isLessThanOrEqualTo(320);
                    assertThat((List<?>) page.evaluate(SPILLED))
                            .as(theme + path)
                            .isEmpty();
                    page.evaluate("document.documentElement.style.fontSize = '200%'");
                    assertThat(Chromium.width(page)).as(theme + path + " twice").isLessThanOrEqualTo(320);
                    assertThat((List<?>) page.evaluate(SPILLED))
                            .as(theme + path + " twice")
                            .isEmpty();
                    page.setViewportSize(640, FIRST_SCREEN);
                    assertThat(Chromium.width(page)).as(theme + path + " twice").isLessThanOrEqualTo(640);
                }
            }
        }
        chromium.complaints();
    }

    /** A name of the other direction is cut at its own end, and no state is pushed out of its card. */
    @Test
    void at_a_desk_what_is_said_of_a_product_stands_in_its_card() {
        try (var page = chromium.page(1280, Reader.ANYBODY)) {
            for (var theme : Theme.values()) {
                dress(flowers, theme);
                page.navigate(flowers.path());
                assertThat(page.locator(".card > .badge").count()).isPositive();
                assertThat((List<?>) page.evaluate(SPILLED)).as("%s", theme).isEmpty();
            }
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    /** HTML, styles, scripts and the heading's letters as they go over the wire; pictures apart. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void the_first_load_of_a_full_home_is_light(Theme theme) {
        dress(flowers, theme);
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

    private static void dress(ShopStage stage, Theme theme) {
        well(stage.key().post(Api.KEYS + "/storefront/templates/" + theme + "/apply"));
    }

    private static int lowest(Page page, String selector) {
        return ((Number) page.evaluate(LOWEST_SEEN, selector)).intValue();
    }
}
