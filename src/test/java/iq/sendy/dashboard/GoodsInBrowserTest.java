package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.Goods;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Visitor;
import iq.sendy.media.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Products, stock and receiving in a browser: on a phone and at a desk, in one visit. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoodsInBrowserTest {

    private static final FilePayload FILE = new FilePayload(
            "goods.csv", "text/csv", "sku,name,price\nTULIP,توليب,9000\nBAD,,x\n".getBytes(StandardCharsets.UTF_8));

    private static final FilePayload PICTURE = new FilePayload("rose.jpg", "image/jpeg", Pictures.jpeg(40, 30));

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("goods");

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
    }

    @Test
    void goods_are_kept_by_thumb_and_at_a_desk() {
        var goods = Goods.opens(api);
        var rose = goods.sells("ROSE-RED", 25_000, 120);
        goods.sells("LILY-WHITE-LONG-STEM", 4_000, 2);
        goods.saves(Goods.product("CARD").put("price", 500).put("isActive", false));
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("ar"))) {
            Visitor.of(api, goods.shop()).entersBy(page);
            judge(page, "/app/products");
            page.locator("input[name=price]").last().fill("30000");
            page.keyboard().press("Enter");
            page.waitForURL("**said=products.priced");
            assertThat(page.locator("input[name=price]").last().inputValue()).isEqualTo("30,000");
            judge(page, "/app/products/new");
            page.locator("#name").fill("جوري");
            page.locator("#price").fill("45000");
            assertThat(page.locator("[data-show=price]").innerText()).isEqualTo("45,000");
            page.locator(".bar .main").click();
            page.locator(".faults:focus").waitFor();
            pages.judgeAlone(page, "product faults", "ar");
            // A form that is refused is said to be by the browser, too.
            assertThat(chromium.complaints()).allMatch(said -> said.contains("status of 400"));
            judge(page, "/app/products/" + rose);
            page.locator("#name").fill("جوري أحمر");
            page.locator("#file").setInputFiles(PICTURE);
            page.locator("#album form[enctype] button").click();
            page.locator("#said:focus").waitFor();
            assertThat(page.locator("#shot img, #album img").count()).isEqualTo(2);
            assertThat(page.locator("#name").inputValue()).isEqualTo("جوري أحمر");
            for (var path : List.of(
                    "/app/stock",
                    "/app/stock?tab=low",
                    "/app/stock/warehouses",
                    "/app/products/categories",
                    "/app/suppliers/new",
                    "/app/stock/" + rose)) {
                judge(page, path);
            }
            judge(page, "/app/receiving/new");
            page.locator("#q").fill("ROSE-RED");
            page.keyboard().press("Enter");
            page.locator("#items-0--unitCost").fill("9000");
            page.locator("#items-0--quantity").fill("3");
            judgeHere(page, "order lines");
            page.locator(".bar .main").click();
            page.waitForURL("**said=purchases.drafted");
            page.locator(".head .main").click();
            page.waitForURL("**said=purchases.sent");
            judge(page, page.url().substring(api.base().length()).replaceAll("\\?.*", ""));
            judge(page, "/app/receiving");
            page.goBack();
            page.locator("a[href*='count=1']").click();
            page.locator("#code").fill("ROSE-RED");
            page.keyboard().press("Enter");
            page.locator("#items-0--accepted[value='1']").waitFor();
            page.evaluate("document.documentElement.classList.remove('scripted')");
            assertThat(page.locator("[data-step]:visible").count()).isZero();
            page.evaluate("document.documentElement.classList.add('scripted')");
            page.locator("[data-step='1']").click();
            page.locator(".bar .main").click();
            page.locator("dialog[open] .main").waitFor();
            judgeHere(page, "foreseen");
            page.locator("dialog .main").click();
            page.waitForURL("**said=purchases.received");
            judge(page, "/app/products/import");
            page.locator("#file").setInputFiles(FILE);
            page.locator("main button[type=submit]").click();
            page.locator("[name=kept]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            judgeHere(page, "import tried");
            page.locator(".bar .main").click();
            page.waitForURL("**said=products.imported.part&n=1");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            // Colours are the same at a desk.
            for (var path :
                    List.of("/app/products", "/app/products/" + rose, "/app/stock/" + rose, "/app/receiving/new")) {
                page.navigate(path);
                pages.judgeAlone(page, "dark " + path.replace(rose, "one"), "ar");
            }
            assertThat(chromium.complaints()).isEmpty();
        }
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("en"))) {
            Visitor.of(api, goods.shop()).entersBy(page);
            for (var path : List.of("/app/products", "/app/products/" + rose, "/app/stock/" + rose)) {
                page.navigate(path);
                pages.look(page, path.replace(rose, "one"), "en");
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void judge(Page page, String path) {
        page.navigate(path);
        judgeHere(page, path.replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "one"));
    }

    private void judgeHere(Page page, String state) {
        pages.judgeAlone(page, state, "ar");
        Chromium.resize(page, PageJudge.DESK);
        pages.judgeAlone(page, state, "ar");
        Chromium.resize(page, PageJudge.PHONE);
    }
}
