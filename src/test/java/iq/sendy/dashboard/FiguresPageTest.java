package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of figures: how sales and cash go, beside the days before, as a table and as files. */
@Scenario
class FiguresPageTest {

    private static final String PAGE = "/app/analytics";
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private Goods goods;
    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        shop = goods.shop();
        owner = Visitor.of(api, shop);
    }

    @AfterEach
    void goesBack() {
        clock.reset();
    }

    @Test
    void without_a_parcel_handed_over_there_is_no_rate_and_it_says_why() {
        shop.placesOne();

        var page = owner.opens(PAGE);

        assertThat(page.status()).as(page::toString).isEqualTo(200);
        assertThat(page.text())
                .contains("<strong>—</strong>", "لم يُسلَّم شيء للمندوب بعد", ">بغداد<")
                .contains("لم يُسلَّم شيء بعد من طلبات هذه الأيام");
    }

    @Test
    void rate_cash_and_profit_stand_beside_those_of_the_days_before() {
        clock.stop();
        sold(1);
        shop.moves(handedOver(), "Refused");
        clock.advance(Duration.ofDays(1));
        sold(3);

        var today = owner.opens(PAGE + "?range=today").text();

        assertThat(figure(today, "نسبة التسليم")).contains("100%", "أكثر بـ", "50", "نقطة", "قبلها", "50%");
        assertThat(figure(today, "النقد المستلم")).contains("75,000", "200%", "25,000");
        assertThat(figure(today, "النقد لدى المندوبين")).contains("75,000");
        assertThat(figure(today, "الربح")).contains("75,000");
        assertThat(figure(owner.opens(PAGE + "?range=yesterday").text(), "نسبة التسليم"))
                .contains("50%", "قبلها: —");
    }

    @Test
    void the_chart_has_a_row_for_each_day_and_says_them_in_files_too() {
        sold(2);

        var week = owner.opens(PAGE + "?range=7").text();

        assertThat(week.split("<tr data-height=", -1)).hasSize(1 + 7);
        assertThat(week)
                .contains("<tr data-height=\"0\">", "<tr data-height=\"50000\">")
                .contains("/app/analytics/sales?range=7&amp;format=csv");
        var file = owner.opens(PAGE + "/sales?range=7&format=csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.text().strip().lines()).hasSize(1 + 7);
        assertThat(file.text()).contains(LocalDate.ofInstant(clock.instant(), BAGHDAD) + "\",2,50000");
        assertThat(owner.opens(PAGE + "/sales?range=7&format=xlsx").header("Content-Type"))
                .contains("spreadsheetml");
    }

    @Test
    void products_are_ranked_by_what_they_brought() {
        goods.sells("TULIP", 5_000, 9);
        goods.sells("ROSE", 10_000, 9);
        for (var sku : List.of("TULIP", "ROSE")) {
            var order = Shop.order();
            order.remove("orderValue");
            order.putArray("items").addObject().put("sku", sku).put("quantity", 2);
            delivers(Goods.well(shop.places(order)).data("id"));
        }

        var page = owner.opens(PAGE).text();

        assertThat(page).containsSubsequence("الأكثر مبيعاً", "باقة ROSE", "20,000", "باقة TULIP", "10,000");
        assertThat(page).containsSubsequence("أين ذهبت الطلبات", "بغداد", "100%");
        assertThat(owner.opens(PAGE + "/products?range=30").text()).contains("ROSE", "TULIP");
    }

    @Test
    void days_are_named_by_their_first_and_last_and_what_is_wrong_is_said_there() {
        sold(1);
        var today = LocalDate.ofInstant(clock.instant(), BAGHDAD);

        var dates = owner.opens(PAGE + "?range=dates&from=" + today.minusDays(200) + "&to=" + today);
        var turned = owner.opens(PAGE + "?range=dates&from=" + today + "&to=" + today.minusDays(2));

        assertThat(dates.status()).isEqualTo(200);
        assertThat(dates.text()).as("by months").contains("شهر يبدأ").contains("&amp;to=" + today);
        assertThat(turned.status()).isEqualTo(400);
        assertThat(turned.text())
                .contains("aria-invalid=\"true\"", "value=\"" + today.minusDays(2) + "\"")
                .contains("يجب أن تكون البداية قبل النهاية");
        for (var odd : List.of("", "2026-13-40", "%00", "0001-01-01", "x".repeat(300))) {
            assertThat(owner.opens(PAGE + "?range=dates&from=" + odd + "&to=2026-11-01")
                            .status())
                    .as(odd)
                    .isEqualTo(400);
        }
    }

    @Test
    void whoever_may_not_see_figures_has_no_way_there() {
        var packer = Staff.of(api, shop, "store.orders.view");

        assertThat(packer.opens("/app").text()).doesNotContain(PAGE);
        assertThat(packer.opens(PAGE).status()).isEqualTo(403);
        assertThat(packer.opens(PAGE + "/sales").status()).isEqualTo(403);
        assertThat(owner.opens("/app").text()).contains("href=\"/app/analytics\"");
    }

    private void sold(int orders) {
        for (var i = 0; i < orders; i++) {
            delivers(shop.placesOne());
        }
    }

    private String handedOver() {
        var order = shop.placesOne();
        for (var step : List.of("Confirmed", "InTransit", "OutForDelivery")) {
            Goods.well(shop.moves(order, step));
        }
        return order;
    }

    private void delivers(String order) {
        for (var step : List.of("Confirmed", "InTransit", "OutForDelivery", "Delivered")) {
            Goods.well(shop.moves(order, step));
        }
    }

    /** What stands at a figure. */
    private static String figure(String page, String word) {
        var from = page.indexOf("<dt class=\"muted\">" + word + "</dt>");
        return from < 0 ? "" : page.substring(from, page.indexOf("</div>", from));
    }
}
