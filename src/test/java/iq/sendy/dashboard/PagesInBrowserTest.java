package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
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

/** The pages in a browser, on a phone and on a desk, in three languages, without scripts and with a reader's aids. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("pages");

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
    }

    @ParameterizedTest
    @CsvSource({"390,ar", "1280,ckb", "390,en"})
    void every_page_fits_and_keeps_nobody_out(int width, String language) {
        var shop = Shop.opens(api);
        try (var page = chromium.page(width, Reader.of(language))) {
            for (var path : List.of("/", "/app/sign-in", "/nothing")) {
                page.navigate(path);
                pages.judge(page, "stranger " + path, language);
            }
            // A missing page is no fault of ours, and the browser says so.
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 404"));
            page.navigate("/app/sign-in");
            page.locator("main button").click();
            page.locator("[role=alert]:focus").waitFor();
            pages.judge(page, "faults", language);
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 400"));
            signIn(page, shop);
            assertThat(page.url()).isEqualTo(api.base() + "/app");
            pages.judge(page, "home", language);
            page.navigate("/");
            pages.judge(page, "member", language);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void a_phone_of_320_pixels_shows_all_without_scrolling_sideways() {
        try (var page = chromium.page(320, Reader.of("ckb"))) {
            for (var path : List.of("/", "/app/sign-in", "/nothing")) {
                page.navigate(path);
                assertThat(Chromium.width(page)).as(path).isLessThanOrEqualTo(320);
            }
            chromium.complaints();
        }
    }

    @Test
    void signing_in_and_out_needs_no_scripts_and_no_mouse() {
        var shop = Shop.opens(api);
        try (var page = chromium.page(390, new Reader("ar", false))) {
            page.navigate("/app");
            assertThat(page.url()).startsWith(api.base() + "/app/sign-in?next=");
            page.locator("#phone").focus();
            page.keyboard().type(shop.ownerPhone());
            page.keyboard().press("Tab");
            page.keyboard().type(Shop.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/app");
            assertThat(page.locator("h1").innerText()).contains(shop.ownerPhone());
            assertThat(cookies(page)).contains("__Host-sendy-session", "__Host-sendy-form");
            page.locator("header summary").click();
            page.locator("header form button").click();
            page.waitForURL(api.base() + "/");
            assertThat(cookies(page)).doesNotContain("__Host-sendy-session");
            page.navigate("/app");
            assertThat(page.url()).contains("/app/sign-in");
        }
    }

    /** G and O, so far apart. */
    private static void types(Page page, int milliseconds) {
        page.evaluate("""
                apart => [["KeyG", "ل"], ["KeyO", "خ"]].forEach(([code, key], at) => {
                  const event = new KeyboardEvent("keydown", { code, key, bubbles: true });
                  const time = performance.now() + 1000 + at * apart;
                  Object.defineProperty(event, "timeStamp", { value: time });
                  document.body.dispatchEvent(event);
                })""", milliseconds);
    }

    @Test
    void keys_lead_to_screens_by_their_place_and_never_while_one_writes() {
        var shop = Shop.opens(api);
        try (var page = chromium.page(390, Reader.of("ar"))) {
            page.navigate("/app/sign-in");
            signIn(page, shop);
            page.keyboard().press("Shift+Slash");
            page.locator("dialog#shortcuts[open]").waitFor();
            pages.judgeAlone(page, "keys", "ar");
            page.keyboard().press("Escape");
            page.locator("dialog#shortcuts[open]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            // A scanner's code has both letters, and comes faster than from any hand; and who switched keys off has
            // none.
            types(page, 5);
            page.locator("[data-shortcuts]").evaluate("button => button.click()");
            page.locator("[data-keys-on]").uncheck();
            page.keyboard().press("Escape");
            types(page, 300);
            assertThat(page.evaluate("localStorage.getItem('inbox-keys')")).isEqualTo("off");
            page.reload();
            types(page, 300);
            page.locator("[data-shortcuts]").evaluate("button => button.click()");
            page.locator("[data-keys-on]").check();
            page.keyboard().press("Escape");
            assertThat(page.url()).endsWith("/app");
            types(page, 300);
            page.waitForURL("**/app/orders");
            page.keyboard().press("Slash");
            page.locator("#q:focus").waitFor();
            page.keyboard().type("go?");
            assertThat(page.locator("#q").inputValue()).isEqualTo("go?");
            assertThat(page.locator("dialog#shortcuts[open]").count()).isZero();
            assertThat(page.url()).endsWith("/app/orders");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** Scripts come when the page has long been seen: what they add had its place before. */
    @Test
    void nothing_jumps_when_scripts_come_late() {
        try (var page = chromium.page(390, Reader.of("ar"))) {
            page.navigate("/app/sign-in");
            signIn(page, Shop.opens(api));
            for (var path : List.of("/app/shop", "/app/links", "/app/analytics")) {
                var late = new ArrayList<Route>();
                page.route("**/dashboard*.js", route -> {
                    if (route.request().url().contains("scripted")) {
                        route.resume();
                    } else {
                        late.add(route);
                    }
                });
                page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                page.locator("main h1").waitFor();
                page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                late.forEach(Route::resume);
                page.unrouteAll();
                page.waitForLoadState();
                assertThat(Chromium.jumped(page)).as(path).isLessThan(0.01);
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** As it is shown it is taken; who deletes a comma deletes a digit, and a comma of one's own is left alone. */
    @Test
    void money_is_parted_into_thousands_while_it_is_typed() {
        try (var page = chromium.page(390, Reader.of("ar"))) {
            page.navigate("/app/sign-in");
            signIn(page, Shop.opens(api));
            page.navigate("/app/expenses/new");
            var amount = page.locator("#amount");
            amount.pressSequentially("1250000");
            assertThat(amount.inputValue()).isEqualTo("1,250,000");
            amount.press("Home");
            amount.press("Delete");
            assertThat(amount.inputValue()).isEqualTo("250,000");
            amount.pressSequentially("3");
            assertThat(amount.inputValue()).isEqualTo("3,250,000");
            assertThat(amount.evaluate("one => one.selectionStart")).isEqualTo(1);
            amount.press("End");
            for (var i = 0; i < 4; i++) {
                amount.press("Backspace");
            }
            assertThat(amount.inputValue()).isEqualTo("325");
            amount.fill("");
            amount.pressSequentially("١٢٥٠٠");
            assertThat(amount.inputValue()).isEqualTo("١٢٬٥٠٠");
            amount.fill("");
            amount.pressSequentially("12,5");
            assertThat(amount.inputValue()).isEqualTo("12,5");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void signIn(Page page, Shop shop) {
        page.locator("#phone").fill(shop.ownerPhone());
        page.locator("#password").fill(Shop.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/app");
    }

    private static List<String> cookies(Page page) {
        return page.context().cookies().stream().map(cookie -> cookie.name).toList();
    }
}
