package iq.sendy.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.Goods;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.buyers.TakenCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Ordering in a browser: on a phone and on a desk, in three languages, with scripts and without, by keyboard alone. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckoutInBrowserTest {

    private static final String POST = """
            ([url, body]) => fetch(url, { method: "POST", body,
              headers: { Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded" } })""";

    @Autowired
    Api api;

    @Autowired
    TakenCodes taken;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("checkout");

    private Boutique boutique;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        boutique = Boutique.opens(api);
    }

    @ParameterizedTest
    @CsvSource({"1280,ar,true", "390,ckb,true", "390,en,true", "390,ar,false", "1280,ckb,false", "390,en,false"})
    void an_order_is_placed_on_one_screen(int width, String language, boolean scripts) {
        var before = boutique.orders();
        try (var page = chromium.page(width, reader(scripts))) {
            visit(page, "/cart", language);
            judge(page, "cart-empty", language, scripts);
            put(page, "ROSE", 2, language);
            visit(page, "/cart", language);
            judge(page, "cart", language, scripts);
            page.locator("a[href*='/checkout']").click();
            page.waitForURL("**/checkout*");
            judge(page, "checkout", language, scripts);
            fill(page, Shop.newPhone(), scripts);
            judge(page, "checkout-filled", language, scripts);
            assertThat(page.locator("#send").innerText()).contains("53,000");
            page.locator("#send").click();
            page.waitForURL("**/thanks*");
            assertThat(page.locator("main").innerText()).contains("53,000");
            judge(page, "thanks", language, scripts);
            var thanks = page.url();
            page.reload();
            assertThat(page.url()).isEqualTo(thanks);
            page.locator("main a.main").first().click();
            page.waitForURL("**/orders/SN-*");
            assertThat(page.locator("main").innerText()).contains("53,000").doesNotContain("زينب علي");
            judge(page, "tracking", language, scripts);
        }
        assertThat(boutique.orders()).isEqualTo(before + 1);
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280,ar", "390,ckb", "390,en"})
    void what_is_wrong_is_said_above_and_at_each_field(int width, String language) {
        try (var page = chromium.page(width, reader(true))) {
            put(page, "ROSE", 1, language);
            visit(page, "/checkout", language);
            page.locator("#send").click();
            page.locator("#faults").waitFor();
            page.waitForLoadState();
            assertThat(page.locator("#faults li").count()).isEqualTo(5);
            assertThat(page.locator("#faults").evaluate("box => box === document.activeElement"))
                    .isEqualTo(true);
            assertThat(page.locator(".field .wrong:visible").count()).isEqualTo(5);
            pages.judge(page, "checkout-faults", language);
            Chromium.resize(page, 320);
            assertThat(Chromium.width(page)).isLessThanOrEqualTo(320);
            Chromium.resize(page, width);
            page.locator("#faults a").nth(1).click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("name");
        }
        assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 400"));
    }

    @Test
    void an_order_is_placed_by_keyboard_alone() {
        var before = boutique.orders();
        try (var page = chromium.page(390, reader(true))) {
            put(page, "ROSE", 1, "ar");
            visit(page, "/checkout", "ar");
            var keys = page.keyboard();
            reach(page, "phone");
            keys.type("٠٧٧٠ ٩٩٩ ٠٠٠٢");
            reach(page, "name");
            keys.type("علي حسن");
            reach(page, "province");
            keys.press("ArrowDown");
            areas(page);
            reach(page, "area");
            keys.press("ArrowDown");
            reach(page, "address");
            keys.type("قرب الجسر");
            // The first of the list is Anbar, where delivery is dearer.
            page.locator("#send:has-text('30,000')").waitFor();
            reach(page, "send");
            assertThat(page.locator("#send").evaluate("it => getComputedStyle(it).outlineStyle"))
                    .isEqualTo("solid");
            keys.press("Enter");
            page.waitForURL("**/thanks*");
        }
        assertThat(boutique.orders()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void from_two_tabs_by_the_back_button_and_by_reloading_it_is_one_order(boolean scripts) {
        var before = boutique.orders();
        var phone = Shop.newPhone();
        try (var page = chromium.page(390, reader(scripts))) {
            put(page, "ROSE", 1, "ar");
            visit(page, "/cart", "ar");
            visit(page, "/checkout", "ar");
            fill(page, phone, scripts);
            var second = page.waitForPopup(() -> page.evaluate("url => void window.open(url)", page.url()));
            second.waitForLoadState();
            fill(second, phone, scripts);
            page.locator("#send").dblclick();
            page.waitForURL("**/thanks*");
            page.reload();
            second.locator("#send").click();
            second.waitForURL("**/thanks*");
            assertThat(second.locator("main").innerText()).contains("طلبك مسجّل لدينا");
            judgeAlone(second, "thanks-repeated", scripts);
            if (scripts) {
                // Without scripts the page before was the answer to a form, which a browser asks about before it sends
                // it again.
                page.goBack();
                page.waitForURL(boutique.page("/cart"));
                assertThat(page.locator("main").innerText()).contains("سلتك فارغة", "طلبك الأخير");
                pages.judgeAlone(page, "cart-after-order", "ar");
            }
        }
        assertThat(boutique.orders()).isEqualTo(before + 1);
        chromium.complaints();
    }

    @Test
    void a_cable_that_is_pulled_loses_nothing_and_doubles_nothing() {
        var before = boutique.orders();
        try (var page = chromium.page(390, reader(true))) {
            put(page, "ROSE", 1, "ar");
            visit(page, "/checkout", "ar");
            fill(page, Shop.newPhone(), true);
            page.locator("#send:has-text('28,000')").waitFor();
            // The request arrives, and its answer does not: the order is there, and nobody here knows.
            page.route("**/checkout*", route -> {
                route.fetch();
                route.abort();
            });
            page.locator("#send").click();
            page.locator("#trouble").waitFor();
            assertThat(page.locator("#trouble").innerText()).isEqualTo("لا يوجد اتصال. ما كتبته محفوظ");
            assertThat(page.locator("#name").inputValue()).isEqualTo("زينب علي");
            pages.judgeAlone(page, "checkout-offline", "ar");
            page.unroute("**/checkout*");
            page.locator("#send").click();
            page.waitForURL("**/thanks*");
        }
        assertThat(boutique.orders()).isEqualTo(before + 1);
        chromium.complaints();
    }

    @Test
    void what_goes_wrong_at_our_side_is_said_and_too_many_attempts_with_seconds() {
        try (var page = chromium.page(390, reader(true))) {
            put(page, "ROSE", 1, "ar");
            visit(page, "/checkout", "ar");
            fill(page, Shop.newPhone(), true);
            page.route("**/checkout*", route -> route.fulfill(new FulfillOptions().setStatus(503)));
            page.locator("#send").click();
            page.locator("#trouble:has-text('لن يتكرر الطلب')").waitFor();
            page.unroute("**/checkout*");
            page.route(
                    "**/checkout*",
                    route ->
                            route.fulfill(new FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "17"))));
            page.locator("#send").click();
            page.locator("#trouble:has-text('17')").waitFor();
            pages.judgeAlone(page, "checkout-too-many", "ar");
        }
        chromium.complaints();
    }

    @Test
    void the_same_device_offers_what_was_typed_before_and_forgets_it_when_told() {
        var phone = Shop.newPhone();
        try (var page = chromium.page(390, reader(true))) {
            put(page, "ROSE", 1, "ar");
            visit(page, "/checkout", "ar");
            fill(page, phone, true);
            page.locator("#send:has-text('28,000')").waitFor();
            page.locator("#send").click();
            page.waitForURL("**/thanks*");
            put(page, "VASE", 1, "ar");
            visit(page, "/checkout", "ar");
            assertThat(page.locator("#phone").inputValue()).isEqualTo(phone);
            assertThat(page.locator("#province").inputValue()).isEqualTo("BG");
            areas(page);
            pages.judgeAlone(page, "checkout-remembered", "ar");
            page.locator("#forget button").click();
            visit(page, "/checkout", "ar");
            assertThat(page.locator("#phone").inputValue()).isEmpty();
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"390,ar", "390,ckb", "390,en"})
    void the_lines_of_a_cart_say_what_has_become_of_them(int width, String language) {
        boutique.goods().sells("GONE-" + language, 5_000, 0);
        boutique.goods().saves(Goods.product("ASK-" + language));
        try (var page = chromium.page(width, reader(true))) {
            put(page, "GONE-" + language, 1, language);
            visit(page, "/cart", language);
            for (var form : List.of("sku=NEVER", "sku=ASK-" + language + "&quantity=2", "sku=ROSE")) {
                page.evaluate(POST, List.of(boutique.page("/cart"), form));
            }
            page.reload();
            pages.judgeHere(page, "cart-lines", language);
            page.locator("li:has-text('ROSE') .stepper button").last().click();
            page.locator("[data-cart-count]:text-is('6')").waitFor();
            page.locator("li:has-text('ROSE') form:last-of-type button").click();
            page.locator(".undo").waitFor();
            pages.judgeHere(page, "cart-removed", language);
            page.locator(".undo button").click();
            page.locator("[data-cart-count]:text-is('6')").waitFor();
            visit(page, "/checkout", language);
            page.locator("#summary summary").click();
            pages.judgeHere(page, "checkout-summary", language);
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void a_location_is_the_phones_own_and_can_be_taken_away() {
        var options = new NewPageOptions()
                .setLocale("ar")
                .setPermissions(List.of("geolocation"))
                .setGeolocation(33.3128, 44.4215);
        try (var page = chromium.page(390, options)) {
            put(page, "ROSE", 1, "ar");
            visit(page, "/checkout", "ar");
            page.locator("#place-add").click();
            page.locator("#place-added").waitFor();
            assertThat(page.locator("#lat").inputValue()).isEqualTo("33.312800");
            page.locator("#place-remove").click();
            assertThat(page.locator("#lat").inputValue()).isEmpty();
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_phone_is_proved_where_the_shop_asks_for_it(boolean scripts) {
        var careful = Boutique.opens(api);
        careful.sets("{\"otpAbove\": 20000}");
        var phone = Shop.newPhone();
        try (var page = chromium.page(390, reader(scripts))) {
            put(page, careful, "ROSE", 1, "ar");
            page.navigate(careful.page("/checkout"));
            fill(page, phone, scripts);
            page.locator("#send:has-text('28,000')").waitFor();
            page.locator("#send").click();
            page.locator("#otp").waitFor();
            judgeAlone(page, "checkout-otp", scripts);
            page.locator("#otp").fill(taken.other(phone));
            page.locator("#send").click();
            page.locator("#otp-wrong").waitFor();
            judgeAlone(page, "checkout-otp-wrong", scripts);
            page.locator("#otp").fill(taken.latest(phone));
            page.locator("#send").click();
            page.waitForURL("**/thanks*");
        }
        assertThat(careful.orders()).isOne();
        chromium.complaints();
    }

    @Test
    void an_order_is_followed_to_every_end_in_every_language() {
        var shopper = new Shopper(api.base(), boutique);
        try (var page = chromium.page(390, reader(true))) {
            for (var steps : List.of(
                    "Confirmed Ready InTransit OutForDelivery",
                    "InTransit Postponed",
                    "InTransit Refused",
                    "InTransit Refused Returning Returned",
                    "InTransit OutForDelivery Delivered")) {
                shopper.sends("/cart", "sku=ROSE");
                var order = shopper.sends("/checkout", shopper.form(Shop.newPhone()))
                        .publicId();
                for (var status : steps.split(" ", -1)) {
                    Goods.well(boutique.shop().moves(order, status));
                }
                for (var language : List.of("ar", "ckb", "en")) {
                    visit(page, "/orders/" + order, language);
                    pages.judgeHere(page, "tracking-" + steps.substring(steps.lastIndexOf(' ') + 1), language);
                }
            }
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    /** Goes on by the Tab key until a field has the focus, as people do. */
    private static void reach(Page page, String id) {
        for (var i = 0; i < 40; i++) {
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("No key leads to " + id);
    }

    private void put(Page page, String sku, int pieces, String language) {
        put(page, boutique, sku, pieces, language);
    }

    private static Reader reader(boolean scripts) {
        return new Reader("ar", scripts);
    }

    private void visit(Page page, String path, String language) {
        page.navigate(boutique.page(path) + (language.equals("ar") ? "" : "?lang=" + language));
    }

    /** As the product's page does. */
    private static void put(Page page, Boutique shop, String sku, int pieces, String language) {
        var query = language.equals("ar") ? "" : "?lang=" + language;
        page.request()
                .post(
                        shop.page("/cart") + query,
                        RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setForm(FormData.create().set("sku", sku).set("quantity", pieces)));
    }

    /** Waits for those of the province that was chosen. */
    private static void areas(Page page) {
        page.locator("#area option").nth(2).waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private void fill(Page page, String phone, boolean scripts) {
        page.locator("#phone").fill(phone);
        page.locator("#name").fill("زينب علي");
        page.locator("#province").selectOption("BG");
        if (!scripts) {
            page.locator("#province ~ button").click();
            areas(page);
            page.waitForLoadState();
            assertThat(page.locator("#phone").inputValue()).isEqualTo(phone);
        }
        page.locator("#area").selectOption(Shop.KARRADA);
        page.locator("#address").fill("الكرادة، قرب جامع الزوية");
    }

    private void judge(Page page, String state, String language, boolean scripts) {
        if (scripts) {
            pages.judge(page, state, language);
        } else {
            pages.look(page, state + "-plain", language);
        }
    }

    private void judgeAlone(Page page, String state, boolean scripts) {
        if (scripts) {
            pages.judgeAlone(page, state, "ar");
        } else {
            pages.lookHere(page, state + "-plain", "ar");
        }
    }
}
