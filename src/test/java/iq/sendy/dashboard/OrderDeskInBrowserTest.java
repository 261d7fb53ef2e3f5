package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.Goods;
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
import org.springframework.beans.factory.annotation.Autowired;

/** One order, the confirmation desk, returns and customers in a browser: on a phone and at a desk. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderDeskInBrowserTest {

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("desk");

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
    }

    /** Ten orders are confirmed in eleven taps: one to the desk, and one each. */
    @Test
    void the_desk_is_worked_by_thumb_and_by_keys_and_every_page_of_an_order_fits() {
        var shop = Shop.opens(api);
        var goods = Goods.of(shop);
        goods.sells("ROSE", 12_500, 90);
        var first = places(shop);
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("ar"))) {
            Visitor.of(api, shop).entersBy(page);
            for (var path : List.of("", "/edit")) {
                judge(page, "/app/orders/" + first + path, "ar");
            }
            page.navigate("/app/orders/" + first);
            page.locator(".danger").click();
            page.locator("dialog[open] #reason").waitFor();
            pages.judgeAlone(page, "asked", "ar");
            page.locator("dialog a").click();
            deliver(shop, first);
            judge(page, "/app/orders/" + first + "/return", "ar");
            page.locator("main button.main").click();
            page.waitForURL("**/app/returns/**");
            judge(page, page.url().substring(api.base().length()).replaceAll("\\?.*", ""), "ar");
            page.locator("main button.main").click();
            page.waitForURL("**said=returns.approved");
            judge(page, page.url().substring(api.base().length()).replaceAll("\\?.*", ""), "ar");
            for (var path : List.of("/app/returns?tab=coming", "/app/customers")) {
                judge(page, path, "ar");
            }
            page.locator("tbody th a").click();
            page.waitForURL("**/app/customers/**");
            judge(page, page.url().substring(api.base().length()), "ar");

            for (var i = 0; i < 12; i++) {
                places(shop);
            }
            judge(page, "/app/confirm", "ar");
            page.locator(".later summary").click();
            assertThat(Chromium.width(page)).as("what opens under Later").isLessThanOrEqualTo(PageJudge.PHONE);
            page.navigate("/app");
            // One tap there, one for each order, and one back: twelve.
            page.locator("main a[href='/app/confirm']").click();
            for (var confirmed = 0; confirmed < 10; confirmed++) {
                page.locator("[value=Confirmed]").click();
                page.waitForURL("**n=" + (confirmed + 2));
            }
            assertThat(page.locator(".call h2").innerText()).contains("#12");
            page.locator("a[href='/app']:visible").first().click();
            page.waitForURL("**/app");
            assertThat(page.locator("main a[href='/app/confirm'] + .count").innerText())
                    .isEqualTo("2");
            page.goBack();
            Chromium.resize(page, PageJudge.DESK);
            pages.judgeAlone(page, "/app/confirm at a desk", "ar");
            var before = page.url();
            page.evaluate("""
                    for (const digit of "6291234567892") {
                      document.body.dispatchEvent(new KeyboardEvent("keydown", { code: "Digit" + digit, bubbles: true }));
                    }
                    new Promise((done) => setTimeout(done, 200))""");
            assertThat(page.url()).as("what a scanner types presses nothing").isEqualTo(before);
            page.keyboard().press("Digit2");
            page.waitForURL("**said=calls.NoAnswer**");
            page.keyboard().press("Digit4");
            page.locator("[value=tomorrow]").click();
            page.waitForURL("**said=calls.CallAgain**");
            assertThat(chromium.complaints()).isEmpty();
        }
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("en"))) {
            Visitor.of(api, shop).entersBy(page);
            for (var path : List.of("/app/confirm", "/app/orders/" + first)) {
                page.navigate(path);
                pages.look(page, path, "en");
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void judge(Page page, String path, String language) {
        page.navigate(path);
        var state = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "one");
        pages.judgeAlone(page, state, language);
        Chromium.resize(page, PageJudge.DESK);
        pages.lookHere(page, state, language);
        Chromium.resize(page, PageJudge.PHONE);
    }

    private static String places(Shop shop) {
        var order = Shop.order().put("notes", "اتصل قبل الوصول");
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 2);
        return shop.places(order).data("id");
    }

    private static void deliver(Shop shop, String order) {
        for (var status : List.of("InTransit", "OutForDelivery", "Delivered")) {
            shop.moves(order, status);
        }
    }
}
