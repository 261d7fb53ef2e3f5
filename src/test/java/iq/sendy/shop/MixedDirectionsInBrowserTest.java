package iq.sendy.shop;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.Goods;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A shop in a browser with texts of both directions, of none, and without an end: amounts and phones beside them are read in
 * order, and nothing is wider than the phone. And each of its states, which keeps nobody out and does not jump.
 */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixedDirectionsInBrowserTest {

    /** Numbers of ours whose digits do not stand from left to right, or are torn apart. */
    private static final String TURNED = """
            () => {
              const found = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node; (node = walk.nextNode()); ) {
                const said = node.parentElement.closest("bdi, [dir]");
                if (said && said !== document.documentElement && said.dir !== "ltr") continue;
                if (!node.parentElement.checkVisibility()) continue;
                for (const run of node.data.matchAll(/[+(]?[0-9][0-9,.() -]*[0-9]/g)) {
                  let before = null;
                  for (let i = 0; i < run[0].length; i++) {
                    if (!/[0-9]/.test(run[0][i])) continue;
                    const place = document.createRange();
                    place.setStart(node, run.index + i);
                    place.setEnd(node, run.index + i + 1);
                    const box = place.getBoundingClientRect();
                    if (box.width === 0) continue;
                    if (before && (box.left < before.left || box.top > before.bottom)) {
                      found.push(run[0] + " in " + said?.outerHTML?.slice(0, 120));
                      break;
                    }
                    before = box;
                  }
                }
              }
              return found;
            }""";

    /** What stands beyond the screen's edges, though the page cannot be scrolled there. */
    private static final String BEYOND = """
            () => [...document.querySelectorAll("main a, main button, main input, main h1, main h2, main h3, main p, header a, footer a")]
              .filter((one) => one.checkVisibility() && !one.closest(".chips, .gallery, .skip, .aside, [tabindex='-1']"))
              .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1); })
              .map((one) => one.outerHTML.slice(0, 160))""";

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("states");

    private Front front;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        front = Front.opens(api, HostileText.DIRECTIONS.get(23));
        front.decides(
                "{\"currencyCode\":\"IQD\",\"askForPrice\":true,\"defaultDeliveryFee\":5000,\"language\":\"ar\"}");
        var categories = new ArrayList<String>();
        for (var text : HostileText.DIRECTIONS.subList(0, 30)) {
            categories.add(well(front.shop()
                            .owner()
                            .post(Api.STAFF + "/categories", Api.object().put("name", text)))
                    .data("id"));
        }
        for (var i = 0; i < HostileText.DIRECTIONS.size(); i++) {
            var text = HostileText.DIRECTIONS.get(i);
            well(front.goods()
                    .saves(product("P" + i)
                            .put("name", text)
                            .put("description", String.join("\n\n", HostileText.DIRECTIONS))
                            .put("categoryId", categories.get(i % 30))
                            .put("price", 1_234_500)
                            .put("compareAtPrice", 2_345_000)));
        }
        front.goods().sells("GONE", 25_000, 0);
        front.goods().sells("FEW", 25_000, 2);
        well(front.goods().saves(product("ASK")));
        setUp();
    }

    private void setUp() {
        var texts = HostileText.DIRECTIONS;
        var face = Api.object()
                .put("description", String.join(" ", texts))
                .put("deliveryPromise", texts.get(15))
                .put("contactPhone", "0770 111 2233");
        face.putObject("socialLinks").put("instagram", "flora.bgd");
        face.putObject("policies")
                .put("returns", String.join("\n", texts))
                .put("shipping", String.join("\n", texts))
                .put("privacy", String.join("\n", texts));
        var faqs = face.putArray("faqs");
        texts.subList(0, 30)
                .forEach(text -> faqs.addObject().put("question", text).put("answer", text));
        front.sets(face.toString());
    }

    private Page opened(String language) {
        return chromium.page(390, Reader.of(language));
    }

    private void assertInOrder(Page page, String what) {
        assertThat((List<?>) page.evaluate(TURNED))
                .as("%s: %s", what, page.url())
                .isEmpty();
        assertThat((List<?>) page.evaluate(BEYOND))
                .as("%s: %s", what, page.url())
                .isEmpty();
        assertThat(Chromium.width(page)).as("%s scrolls sideways", what).isLessThanOrEqualTo(390);
        Chromium.keep(page, "directions-" + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void amounts_and_phones_are_read_in_order_whatever_stands_beside_them(String language) {
        var lang = "?lang=" + language;
        try (var page = opened(language)) {
            page.navigate(front.page() + lang);
            page.evaluate("() => document.querySelectorAll('details').forEach((box) => { box.open = true; })");
            assertInOrder(page, "home-" + language);
            page.navigate(front.page() + "/p/P23" + lang);
            assertInOrder(page, "product-" + language);
            for (var query : List.of(HostileText.DIRECTIONS.get(1), HostileText.DIRECTIONS.get(24))) {
                page.navigate(front.page() + "/search" + lang + "&q=" + Goods.encoded(query));
                assertInOrder(page, "search-" + language);
            }
            for (var i = 0; i < 30; i += 2) {
                put(page, "P" + i);
            }
            page.navigate(front.page() + "/cart" + lang);
            assertInOrder(page, "cart-" + language);
            page.navigate(front.page() + "/checkout" + lang);
            page.evaluate("() => document.querySelectorAll('details').forEach((box) => { box.open = true; })");
            assertInOrder(page, "checkout-" + language);
            order(page);
            assertInOrder(page, "thanks-" + language);
            page.navigate(page.url().replaceFirst("/thanks.*", "") + lang);
            assertInOrder(page, "tracking-" + language);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void put(Page page, String sku) {
        page.evaluate(
                "([path, form]) => fetch(path, { method: 'POST', body: new URLSearchParams(form), headers: { Accept: 'text/html' } }).then((answer) => answer.text())",
                List.of(front.page() + "/cart", "sku=" + sku + "&quantity=3"));
    }

    private static void order(Page page) {
        page.locator("#phone").fill(Shop.newPhone());
        page.locator("#name").fill(HostileText.DIRECTIONS.get(23));
        page.locator("#address").fill(String.join(" ", HostileText.DIRECTIONS.subList(10, 20)));
        page.locator("#province").selectOption("BG");
        page.locator("#area").selectOption(Shop.KARRADA);
        page.locator("#send").click();
        page.waitForURL("**/thanks*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "en"})
    void every_state_is_open_to_all_and_stands_still(String language) {
        var empty = Front.opens(api);
        var closed = Front.opens(api);
        closed.closes();
        var states = List.of(
                front.page(),
                front.page() + "/p/GONE",
                front.page() + "/p/FEW",
                front.page() + "/p/ASK",
                front.page() + "/search?q=",
                front.page() + "/search?q=nothing-like-it",
                front.page() + "/cart",
                front.page() + "/account",
                front.page() + "/p/NOTHING",
                front.page() + "/nothing",
                empty.page(),
                closed.page());
        try (var page = opened(language)) {
            for (var state : states) {
                page.navigate(state + (state.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(Chromium.jumped(page)).as("%s jumps", state).isLessThan(0.02);
                pages.judgeHere(page, "state " + states.indexOf(state), language);
            }
            // Missing pages are missing, and the browser says so.
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 404"));
        }
    }

    @Test
    void a_phone_that_was_typed_stands_in_order_after_a_fault() {
        try (var page = opened("ar")) {
            page.navigate(front.page() + "/p/P0");
            put(page, "P0");
            page.navigate(front.page() + "/checkout");
            page.locator("#phone").fill("+964 770 123 4567");
            page.locator("#send").click();
            page.waitForSelector("#faults, [aria-invalid=true]");
            assertThat(page.locator("#phone").inputValue()).isEqualTo("+964 770 123 4567");
            assertThat(page.locator("#phone").evaluate("field => getComputedStyle(field).direction"))
                    .isEqualTo("ltr");
            assertThat(page.title().toLowerCase(Locale.ROOT)).isNotBlank();
            assertInOrder(page, "faults");
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 400"));
        }
    }
}
