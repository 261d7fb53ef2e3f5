package iq.sendy.shop;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Visitor;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Thanks and tracking: what whoever placed an order sees of it, and what everybody does who has its code. */
@Scenario
class TrackingPageTest {

    @Autowired
    Api api;

    private Boutique boutique;
    private Shopper shopper;
    private String order;

    @BeforeEach
    void order() {
        boutique = Boutique.opens(api);
        shopper = new Shopper(api.base(), boutique);
        shopper.sends("/cart", "sku=ROSE");
        order = shopper.sends("/checkout", shopper.form("0770 123 4567")).publicId();
    }

    @Test
    void thanks_say_what_comes_next_and_stay_the_same() {
        var first = shopper.opens("/orders/" + order + "/thanks");
        var again = shopper.opens("/orders/" + order + "/thanks");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text())
                .contains("وصلنا طلبك، شكراً لك", order, "28,000", "سنتواصل معك لتأكيد الطلب", "تتبّع الطلب");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void what_has_no_price_yet_is_said_and_no_sum_is_told() {
        well(boutique.goods().saves(Goods.product("GIFT")));
        var form = shopper.form("0770 123 4568");
        var lines = "&sku=GIFT&pieces=2";
        var mixed = shopper.sends("/checkout", Visitor.encoded(form) + lines).publicId();

        assertThat(shopper.opens("/orders/" + mixed + "/thanks").text())
                .contains("نتفق على السعر قبل الإرسال")
                .doesNotContain("28,000");
        assertThat(shopper.opens("/orders/" + mixed).text())
                .contains("نتفق على السعر قبل الإرسال", "السعر عند الطلب", "25,000")
                .doesNotContain("28,000");
    }

    @Test
    void what_is_given_away_is_not_agreed_later() {
        well(boutique.goods().saves(Goods.product("CARD").put("price", 0)));
        var form = shopper.form("0770 123 4569");
        form.put("sku", "CARD");
        form.put("shown", "3000");
        var free = shopper.sends("/checkout", form).publicId();

        assertThat(shopper.opens("/orders/" + free + "/thanks").text())
                .contains("3,000")
                .doesNotContain("نتفق على السعر");
        assertThat(shopper.opens("/orders/" + free).text()).doesNotContain("نتفق على السعر");
    }

    @Test
    void who_only_has_the_code_is_led_to_the_tracking() {
        var stranger = new Shopper(api.base(), boutique);

        assertThat(stranger.opens("/orders/" + order + "/thanks").location())
                .isEqualTo(boutique.page("/orders/" + order));
    }

    @Test
    void tracking_gives_nobody_away() {
        var page = new Shopper(api.base(), boutique).opens("/orders/" + order.toLowerCase(Locale.ROOT));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("ز…", "*******567", "باقة ROSE", "28,000", "https://wa.me/9647701112233?text=")
                .doesNotContain("زينب", "علي", "7701234567", "0770 123", "الزوية");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SN-2222-2222", "nonsense", "SN-", "%00", "..", "1"})
    void what_is_no_order_is_not_found(String id) {
        assertThat(shopper.opens("/orders/" + id).status()).isIn(400, 404);
        assertThat(shopper.opens("/orders/" + id + "/thanks").status()).isIn(400, 404);
    }

    @Test
    void another_stores_order_is_not_found() {
        var other = new Shopper(api.base(), Boutique.opens(api));

        assertThat(other.opens("/orders/" + order).status()).isEqualTo(404);
        assertThat(other.opens("/orders/" + order + "/thanks").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'',وصلنا الطلب",
        "Confirmed,تم التأكيد",
        "Confirmed Ready,جاهز للإرسال",
        "Ready InTransit,لدى شركة التوصيل",
        "InTransit OutForDelivery,المندوب في الطريق",
        "InTransit OutForDelivery Delivered,تم التسليم"
    })
    void five_stages_say_where_it_is(String steps, String words) {
        walk(steps);

        var page = shopper.opens("/orders/" + order).text();
        assertThat(page.split("<li class=\"(done|now|ahead)\"", -1)).hasSize(6);
        assertThat(page).contains("<h1>" + words + "</h1>", "آخر تحديث");
    }

    @ParameterizedTest
    @CsvSource({
        "InTransit Postponed,تأجّل التوصيل,سيعود المندوب إليك",
        "InTransit Refused,لم يُستلم,لا تدفع شيئاً",
        "InTransit Refused Returning,في طريق الإرجاع,الطلب في طريقه إلى المتجر",
        "InTransit Refused Returning Returned,أُرجع,عاد الطلب إلى المتجر",
        "Cancelled,أُلغي,لا تدفع شيئاً"
    })
    void what_has_left_the_way_is_said_kindly(String steps, String words, String kind) {
        walk(steps);

        assertThat(shopper.opens("/orders/" + order).text()).contains("<h1>" + words + "</h1>", kind);
    }

    private void walk(String steps) {
        for (var status : steps.split(" ", -1)) {
            if (status.equals("Cancelled")) {
                well(boutique.shop().key().post(Api.KEYS + "/orders/" + order + "/cancel", Api.object()));
            } else if (!status.isEmpty()) {
                well(boutique.shop().moves(order, status));
            }
        }
    }
}
