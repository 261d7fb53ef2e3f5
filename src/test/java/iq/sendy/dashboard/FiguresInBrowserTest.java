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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures in a browser: what is drawn, on a phone and at a desk. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresInBrowserTest {

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("figures");

    private Shop shop;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        var goods = Goods.opens(api);
        shop = goods.shop();
        goods.sells("ROSE", 1_250_000, 9);
        goods.sells("TULIP", 45_000, 9);
        for (var sku : List.of("ROSE", "TULIP")) {
            var order = Shop.order();
            order.remove("orderValue");
            order.putArray("items").addObject().put("sku", sku).put("quantity", 2);
            var placed = Goods.well(shop.places(order)).data("id");
            for (var step : List.of("Confirmed", "InTransit", "OutForDelivery", "Delivered")) {
                Goods.well(shop.moves(placed, step));
            }
        }
        shop.placesOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "en"})
    void it_fits_and_keeps_nobody_out(String language) {
        try (var page = signsIn(language)) {
            page.locator("[data-chart] canvas").waitFor();
            pages.judge(page, "home", language);
            page.navigate("/app/analytics");
            draws(page, language);
            pages.judge(page, "analytics", language);
            // Back from a desk, the chart has become as narrow as its screen.
            page.waitForFunction("document.documentElement.scrollWidth <= 390");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** The newest day stands where reading ends, and touching a column says what it is. */
    private static void draws(Page page, String language) {
        page.locator("[data-chart] canvas").scrollIntoViewIfNeeded();
        var plot = page.locator("[data-chart] .u-over").boundingBox();
        var newest = language.equals("en") ? plot.x + plot.width - 6 : plot.x + 6;
        page.mouse().move(newest, plot.y + plot.height / 2);
        assertThat(page.locator("[data-chart] output").innerText()).contains("2,590,000");
    }

    private Page signsIn(String language) {
        var page = chromium.page(390, Reader.of(language));
        Visitor.of(api, shop).entersBy(page);
        page.navigate("/app");
        return page;
    }
}
