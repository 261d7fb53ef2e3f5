package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.Goods;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The counter in a browser: three items in a few taps, with and without a network, in one tab, until the drawer is counted. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterInBrowserTest {

    private static final int MOST_TAPS = 8;

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("counter");

    private Shop shop;
    private String session;
    private int taps;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
    }

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        var goods = Goods.of(shop);
        for (var sku : List.of("ROSE", "LILY", "VASE")) {
            well(goods.saves(Goods.product(sku)
                    .put("price", 1_500)
                    .put("initialQuantity", 9)
                    .put("barcode", "629104150" + sku)));
        }
        session = well(shop.owner()
                        .post(Api.STAFF + "/cashier/sessions/open", Api.object().put("openingCash", 10_000)))
                .data("id");
    }

    @Test
    void a_day_at_the_counter() {
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("ar"))) {
            Visitor.of(api, shop).entersBy(page);
            for (var language : List.of("ckb", "en")) {
                page.navigate("/app/cashier?lang=" + language);
                page.locator(".tile").first().waitFor();
                pages.look(page, "register", language);
            }
            page.navigate("/app/cashier?lang=ar");
            page.locator(".tile").first().waitFor();
            judged(page, "register");

            page.waitForFunction(
                    "() => document.querySelector('[data-do=camera]').hidden === !('BarcodeDetector' in self)");
            reads_barcodes_with_a_camera_where_the_browser_can(page);
            sells_three_for_cash_in_eight_taps(page);
            another_tab_steps_back(page);
            goes_on_selling_without_a_network(page);
            assertThat(chromium.complaints()).allMatch(said -> said.contains("ERR_INTERNET_DISCONNECTED"));
            does_not_close_while_a_sale_is_unsent(page);
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 409"));
        }
    }

    /** One that stays before the camera counts once, and an unknown one is said. */
    private void reads_barcodes_with_a_camera_where_the_browser_can(Page page) {
        page.addInitScript("""
                self.BarcodeDetector = class {
                  static async getSupportedFormats() { return ["ean_13"]; }
                  async detect() { self.looks = (self.looks ?? 0) + 1; return self.shown ? [{ rawValue: self.shown }] : []; } };
                Object.defineProperty(navigator, "mediaDevices", { value: { getUserMedia: async () => new MediaStream() } });
                """);
        page.navigate("/app/cashier?lang=ar");
        page.locator("[data-do=camera]").click();
        page.locator("#camera[open]").waitFor();
        page.evaluate("self.shown = '629104150vase'");
        page.locator("[data-camera-said]:has-text('VASE')").waitFor();
        page.evaluate("self.seenThen = self.looks");
        page.waitForFunction("() => self.looks > self.seenThen + 2");
        page.evaluate("self.shown = '4006381333931'");
        page.locator("[data-camera-said]:has-text('4006381333931')").waitFor();
        judged(page, "camera");
        page.locator("#camera [data-do=back]").click();
        assertThat(page.locator("[data-pieces]").innerText()).isEqualTo("1");
        page.locator("[data-cart-button]").click();
        page.locator(".cart-lines [data-step='-1']").click();
        page.locator("[data-cart-button]").click();
        assertThat(page.locator("[data-pieces]").innerText()).isEqualTo("0");
    }

    /** A gift has nothing to give of a discount, and 19.99 times 100 is less than 1,999 to a machine. */
    @Test
    void cents_and_a_discount_come_to_what_is_paid() {
        shop = Shop.opens(api);
        well(shop.owner().post(Api.STAFF + "/settings", Api.object().put("currencyCode", "USD")));
        var goods = Goods.of(shop);
        var ids = new ArrayList<String>();
        for (var sku : List.of("ROSE", "LILY", "VASE")) {
            ids.add(goods.sells(sku, 7, 9));
        }
        ids.add(goods.sells("GIFT", 0, 9));
        session = well(shop.owner()
                        .post(Api.STAFF + "/cashier/sessions/open", Api.object().put("openingCash", 0)))
                .data("id");
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("ar"))) {
            Visitor.of(api, shop).entersBy(page);
            page.navigate("/app/cashier");
            ids.forEach(id -> page.locator("[data-add='" + id + "']").click());
            page.keyboard().press("F4");
            page.locator("#off").fill("۱٫۰۱");
            page.locator("[data-form=off] button").click();
            page.keyboard().press("F9");
            page.locator("#tender[open]").waitFor();
            assertThat(page.locator("[data-due]").innerText()).isEqualTo("19.99");
            for (var key : List.of("2", "0", ".", ".", "0", "5", "9")) {
                page.locator("[data-digit='" + key + "']").click();
            }
            assertThat(page.locator("[data-tendered]").innerText()).isEqualTo("20.05");
            assertThat(page.locator("[data-change]").innerText()).isEqualTo("0.06");
            pages.judgeAlone(page, "tender-cents", "ar");
            for (var back = 0; back < 5; back++) {
                page.keyboard().press("Backspace");
            }
            page.keyboard().press("2");
            page.keyboard().press("1");
            page.locator("#tender").dispatchEvent("keydown", Map.of("key", "٫", "code", "Comma"));
            page.keyboard().press("5");
            assertThat(page.locator("[data-tendered]").innerText()).isEqualTo("21.50");
            page.locator("[data-do=sell]").click();
            page.locator("[data-done-paper]").waitFor();
        }
        assertThat(well(shop.owner().get(Api.STAFF + "/orders")).data("items.0.total"))
                .isEqualTo("19.99");
        assertThat(expected()).isEqualTo("19.99");
    }

    private void sells_three_for_cash_in_eight_taps(Page page) {
        taps = 0;
        for (var i = 0; i < 3; i++) {
            tap(page.locator(".tile").nth(i));
        }
        tap(page.locator("[data-do=tender]"));
        page.locator("#tender[open]").waitFor();
        judged(page, "tender");
        tap(page.locator("[data-note='5000']"));
        assertThat(page.locator("[data-change]").innerText()).isEqualTo("500");
        tap(page.locator("[data-do=sell]"));
        page.locator("#done[open]").waitFor();
        assertThat(page.locator("[data-done-change]").innerText()).isEqualTo("500");
        page.locator("[data-done-paper]").waitFor();
        judged(page, "done");
        tap(page.locator("[data-do=next]"));
        assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
        assertThat(unsent(page)).isEqualTo("0");
        assertThat(expected()).isEqualTo("14500");
    }

    private void another_tab_steps_back(Page page) {
        try (var other = page.context().newPage()) {
            other.navigate("/app/cashier");
            other.locator("[data-second]:not([hidden])").waitFor();
            assertThat(other.locator(".tile").count()).isZero();
        }
    }

    /** The page itself is opened again, too, and what a scanner types is found. */
    private void goes_on_selling_without_a_network(Page page) {
        page.locator("main[data-at-hand]").waitFor();
        page.context().setOffline(true);
        page.reload();
        page.locator("[data-offline]:not([hidden])").waitFor();
        page.locator(".tile").first().waitFor();
        page.keyboard().type("629104150VASE");
        page.keyboard().press("Enter");
        page.locator(".cart-lines li")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("[data-cart-button]").click();
        judged(page, "cart");
        page.keyboard().press("F9");
        page.locator("#tender[open]").waitFor();
        page.keyboard().press("Enter");
        page.locator("#done[open]").waitFor();
        assertThat(page.locator("[data-done-state]").innerText()).contains("لم يُرسل بعد");
        page.evaluate("window.print = () => {}");
        page.locator("[data-do=print]").click();
        assertThat(page.locator(".receipt").textContent()).contains("باقة VASE", "1,500");
        page.locator("[data-do=next]").click();
        assertThat(unsent(page)).isEqualTo("1");
        page.reload();
        waitsFor(page, "1");
        judged(page, "offline");
        page.context().setOffline(false);
        waitsFor(page, "0");
        assertThat(expected()).isEqualTo("16000");
    }

    /** One that the server refuses is set aside by hand: a drawer can always be counted. */
    private void does_not_close_while_a_sale_is_unsent(Page page) {
        page.evaluate("""
                async () => { const main = document.querySelector("main");
                  const opening = indexedDB.open("sendy-cashier-" + main.dataset.store);
                  const kept = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
                  const transaction = kept.transaction("sales", "readwrite");
                  transaction.objectStore("sales").put({ saleId: crypto.randomUUID(), at: Date.now(), decimals: 0,
                    soldAt: new Date().toISOString(), session: crypto.randomUUID(), lines: [{ id: crypto.randomUUID(),
                    name: "x", n: 1, price: 1000 }], total: 1000, due: 1000, code: null, method: "Cash", tendered: 1000,
                    change: 0, state: "unsent" });
                  await new Promise((done) => (transaction.oncomplete = done)); }""");
        page.navigate("/app/cashier/sessions/" + session + "/close");
        page.locator("[data-unsent]:not([hidden])").waitFor();
        page.locator("#closingCash").fill("16,000");
        page.locator("main form button").click();
        page.locator("[role=alert]:focus").waitFor();
        assertThat(page.locator("[role=alert]").innerText()).contains("لم يرسلها هذا الجهاز: 1");
        judged(page, "pending");
        page.navigate("/app/cashier");
        waitsFor(page, "1");
        page.locator("[data-do=unsent]").click();
        judged(page, "unsent");
        for (var i = 0; i < 2; i++) {
            page.locator("[data-log] li").first().locator("button").last().click();
        }
        waitsFor(page, "0");
        page.navigate("/app/cashier/sessions/" + session);
        judged(page, "session");
        page.navigate("/app/cashier/sessions/" + session + "/close");
        page.locator("#closingCash").fill("16,000");
        page.locator("main form button").click();
        page.locator("dialog .danger").click();
        page.locator("#said").waitFor();
        assertThat(page.locator("main").innerText()).contains("تقرير Z رقم 1", "مطابق");
        judged(page, "closed");
        page.navigate("/app/cashier");
        judged(page, "opening");
    }

    /** For all people on a phone, where it is tapped, and as it looks on a desk. */
    private void judged(Page page, String state) {
        pages.judgeAlone(page, state, "ar");
        Chromium.resize(page, PageJudge.DESK);
        pages.lookHere(page, state, "ar");
        Chromium.resize(page, PageJudge.PHONE);
    }

    private void tap(Locator where) {
        where.click();
        taps++;
    }

    private static String unsent(Page page) {
        return page.locator("main [data-unsent]").innerText();
    }

    private static void waitsFor(Page page, String unsent) {
        page.locator("main [data-unsent]:text-is('" + unsent + "')").waitFor();
    }

    private String expected() {
        return well(shop.owner().get(Api.STAFF + "/cashier/sessions/" + session))
                .data("expectedCash");
    }
}
