package iq.sendy.shop;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop in a browser whose every text is meant to harm who reads it: nothing of it runs, and nothing falls apart. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextInBrowserTest {

    private static final String NAME = String.join(" ", HostileText.SCRIPTS.subList(8, 14));

    /** Fetches pages as a browser opens them, and judges what is in them. */
    private static final String JUDGED = """
            async (asked) => {
              const found = [];
              const judge = %s;
              const each = async ([method, path, form]) => {
                const answer = await fetch(path, { method, redirect: "follow",
                  headers: { Accept: "text/html", ...(form ? { "Content-Type": "application/x-www-form-urlencoded" } : {}) },
                  body: form || undefined });
                const type = answer.headers.get("Content-Type") || "";
                const text = await answer.text();
                if (answer.status >= 500) found.push(answer.status + " " + path);
                if (!type.startsWith("text/html")) return;
                const page = new DOMParser().parseFromString(text, "text/html");
                judge(page).forEach((one) => found.push(path + " " + (form || "") + " -> " + one));
              };
              for (let i = 0; i < asked.length; i += 6) await Promise.all(asked.slice(i, i + 6).map(each));
              return found;
            }""";

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    private int looked;
    private Front front;
    private String judge;
    private final List<String> dialogs = new ArrayList<>();

    @BeforeAll
    void start() throws IOException {
        chromium = new Chromium(api.base());
        judge = Files.readString(Path.of("src/test/resources/judge.js"));
        front = Front.opens(api, NAME);
        front.decides("{\"currencyCode\":\"IQD\",\"askForPrice\":true,\"defaultDeliveryFee\":5000}");
        stock();
        setUp();
    }

    private void stock() {
        var texts = HostileText.SCRIPTS;
        var categories = new ArrayList<String>();
        for (var name : HostileText.together(texts, 190)) {
            categories.add(well(front.shop()
                            .owner()
                            .post(Api.STAFF + "/categories", Api.object().put("name", name)))
                    .data("id"));
        }
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var body = product(i + " " + text.substring(0, Math.min(text.length(), 90)))
                    .put("name", text)
                    .put("description", text)
                    .put("categoryId", categories.get(i % categories.size()));
            var saved = front.goods()
                    .saves(i % 5 == 0 ? body : body.put("price", 25_000).put("compareAtPrice", 30_000));
            assertThat(saved.status()).as(text).isIn(200, 400);
        }
        well(front.goods()
                .saves(product("ALL")
                        .put("name", NAME)
                        .put("price", 1_000)
                        .put("description", HostileText.together(texts, 4_900).getFirst())));
    }

    /** Every text of the storefront; each question has some of the corpus in its answer. */
    private void setUp() {
        var all = HostileText.together(HostileText.SCRIPTS, 4_900).getFirst();
        var face = Api.object()
                .put("description", all)
                .put("deliveryPromise", HostileText.SCRIPTS.get(13) + HostileText.SCRIPTS.get(6))
                .put("contactPhone", "0770 111 2233");
        face.putObject("seo")
                .put("title", HostileText.SCRIPTS.get(9) + HostileText.SCRIPTS.get(26))
                .put("description", all)
                .put("keywords", all.substring(0, 490));
        face.putObject("policies").put("returns", all).put("shipping", all).put("privacy", all);
        var faqs = face.putArray("faqs");
        for (var i = 0; i < 30; i++) {
            faqs.addObject()
                    .put("question", HostileText.SCRIPTS.get(i) + " " + HostileText.SCRIPTS.get(i + 30))
                    .put("answer", HostileText.SCRIPTS.get(i * 2) + "\n" + HostileText.SCRIPTS.get(i * 2 + 1));
        }
        front.sets(face.toString());
    }

    private Page opened(int width) {
        var page = chromium.page(width, Reader.of("ar"));
        page.addInitScript("window.hits = 0; window.hit = () => window.hits++;");
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    /** What stands in the open page, as it was made of all that ran in it. */
    private void assertUnharmed(Page page) {
        var where = page.url();
        assertThat((List<?>) page.evaluate("() => (" + judge + ")(document)"))
                .as(where)
                .isEmpty();
        assertThat(page.evaluate("window.hits")).as(where).isEqualTo(0);
        assertThat(page.evaluate("document.cookie + location.host")).asString().doesNotContain("hit=", "evil");
        assertThat(Chromium.width(page)).as("%s scrolls sideways", where).isLessThanOrEqualTo(390);
        assertThat(dialogs).as(where).isEmpty();
        Chromium.keep(page, "hostile-" + ++looked);
    }

    private void assertUnharmed(Page page, List<List<String>> asked) {
        assertThat((List<?>) page.evaluate(JUDGED.replace("%s", judge), asked)).isEmpty();
    }

    @Test
    void what_merchants_write_is_read_and_never_run() {
        try (var page = opened(390)) {
            var names = new ArrayList<String>();
            var products = new ArrayList<List<String>>();
            var onward = page.locator(".onward a.button");
            page.navigate(front.page());
            for (var more = true; more; ) {
                assertUnharmed(page);
                names.addAll(page.locator(".card-name").allTextContents());
                for (var link : page.locator(".card-name a").all()) {
                    products.add(List.of("GET", link.getAttribute("href"), ""));
                }
                more = onward.count() > 0;
                if (more) {
                    page.navigate(onward.getAttribute("href"));
                }
            }
            assertThat(names)
                    .as("all are seen as they were written")
                    .containsExactlyInAnyOrderElementsOf(written())
                    .contains("<script>hit()</script>", "<img src=x onerror=hit()>", "javascript:hit()")
                    .hasSizeGreaterThan(60);
            assertUnharmed(page, products);
            page.navigate(front.page() + "/p/ALL");
            assertUnharmed(page);
            page.navigate(front.page());
            page.evaluate("() => document.querySelectorAll('details').forEach((box) => { box.open = true; })");
            assertUnharmed(page);
            page.navigate(page.locator(".chip").first().getAttribute("href"));
            assertUnharmed(page);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** The names as they were typed; a page knows one kind of line break. */
    private List<String> written() {
        return front.goods().listed("/catalog/products?per_page=100", "name").stream()
                .map(name -> name.replace("\r\n", "\n"))
                .toList();
    }

    @Test
    void what_visitors_type_is_read_and_never_run() {
        try (var page = opened(390)) {
            page.navigate(front.page() + "/search?q=" + Goods.encoded(HostileText.SCRIPTS.get(6)));
            assertUnharmed(page);
            var asked = new ArrayList<List<String>>();
            for (var text : HostileText.SCRIPTS) {
                var value = Goods.encoded(text);
                asked.add(List.of("GET", front.page() + "/search?q=" + value, ""));
                asked.add(List.of("GET", front.page() + "?lang=" + value + "&cursor=" + value + "&sort=" + value, ""));
                asked.add(List.of("GET", front.page() + "/search?q=a&sort=" + value + "&x=" + value, ""));
                if (text.indexOf('\0') < 0 && text.indexOf('/') < 0) {
                    var segment = value.replace("+", "%20");
                    for (var place : List.of("/p/", "/c/", "/orders/", "/")) {
                        asked.add(List.of("GET", front.page() + place + segment, ""));
                    }
                    asked.add(List.of("GET", "/s/" + segment, ""));
                    asked.add(List.of("GET", "/l/" + segment, ""));
                }
                asked.add(List.of(
                        "GET", front.page() + "/cart?removed=" + value + "&pieces=" + value + "&full=" + value, ""));
            }
            assertUnharmed(page, asked);
            // Missing pages and refused values are what was asked for, and the browser says so.
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 4"));
        }
    }

    @Test
    void what_buyers_type_comes_back_as_they_typed_it() {
        try (var page = opened(390)) {
            page.navigate(front.page() + "/p/ALL");
            assertUnharmed(page, List.of(List.of("POST", front.page() + "/cart", "sku=ALL&quantity=1")));
            page.navigate(front.page() + "/cart");
            assertUnharmed(page);
            page.navigate(front.page() + "/checkout");
            assertUnharmed(page);
            var asked = new ArrayList<List<String>>();
            for (var text : HostileText.SCRIPTS) {
                var form = new StringBuilder("sku=ALL&pieces=1&do=show");
                for (var field : List.of(
                        "phone", "name", "address", "notes", "code", "otp", "province", "area", "round", "lat")) {
                    form.append('&').append(field).append('=').append(Goods.encoded(text));
                }
                asked.add(List.of("POST", front.page() + "/checkout", form.toString()));
                asked.add(List.of(
                        "POST", front.page() + "/checkout", form.toString().replace("do=show", "do=send")));
                asked.add(List.of(
                        "POST",
                        front.page() + "/cart",
                        "sku=" + Goods.encoded(text) + "&quantity=" + Goods.encoded(text)));
            }
            assertUnharmed(page, asked);
            order(page);
            // Refused values are what was asked for, and the browser says so.
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 4"));
        }
    }

    private void order(Page page) {
        page.navigate(front.page() + "/checkout");
        var texts = HostileText.SCRIPTS;
        for (var field : Map.of(
                        "#phone", Shop.newPhone(),
                        "#name", HostileText.together(texts, 190).getFirst(),
                        "#address", HostileText.together(texts, 490).get(1))
                .entrySet()) {
            page.locator(field.getKey()).fill(field.getValue());
        }
        page.locator("#province").selectOption("BG");
        page.locator("#area").selectOption(Shop.KARRADA);
        page.locator("#send").click();
        page.waitForURL("**/thanks*");
        assertUnharmed(page);
        page.navigate(page.url().replaceFirst("/thanks.*", ""));
        assertUnharmed(page);
    }
}
