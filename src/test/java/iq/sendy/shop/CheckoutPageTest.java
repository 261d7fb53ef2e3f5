package iq.sendy.shop;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The checkout form over HTTP: what it says to what is sent, and that what is sent again is the same order. */
@Scenario
class CheckoutPageTest {

    private static final String SEND = "/checkout";

    @Autowired
    Api api;

    private Boutique boutique;
    private Shopper shopper;

    @BeforeEach
    void open() {
        boutique = Boutique.opens(api);
        shopper = new Shopper(api.base(), boutique);
        shopper.sends("/cart", "sku=ROSE");
    }

    @Test
    void nobody_checks_out_with_an_empty_cart() {
        assertThat(new Shopper(api.base(), boutique).opens(SEND).location()).isEqualTo(boutique.page("/cart"));
        assertThat(shopper.sends(SEND, "do=send&phone=1").location()).isEqualTo(boutique.page("/cart"));
        assertThat(shopper.sends(SEND, "do=send&sku=ROSE").location()).isEqualTo(boutique.page("/cart"));
    }

    @Test
    void where_some_pay_nothing_for_delivery_the_most_is_said_and_no_zero() {
        boutique.posts("/shipping/rules", """
                {"name": "قريب", "ruleType": "FreeShipping", "provinceCodes": ["BG"]}""");

        assertThat(shopper.opens(SEND).text())
                .contains("حتى \u20665,000\u2069\u00a0د.ع")
                .doesNotContain("0–");
        assertThat(shopper.opens("/p/ROSE").text())
                .contains("التوصيل حتى \u20665,000\u2069\u00a0د.ع حسب المحافظة")
                .doesNotContain("0–");
    }

    @Test
    void the_form_shows_its_fields_in_order_with_their_attributes() {
        var page = shopper.opens(SEND).text();

        assertThat(page)
                .containsSubsequence(
                        "name=\"phone\" type=\"tel\" inputmode=\"tel\" autocomplete=\"tel\" dir=\"ltr\" enterkeyhint=\"next\"",
                        "name=\"name\" type=\"text\" autocomplete=\"name\" dir=\"auto\" enterkeyhint=\"next\" maxlength=\"200\"",
                        "name=\"province\" autocomplete=\"address-level1\"",
                        "name=\"area\" autocomplete=\"address-level2\"",
                        "rows=\"2\" autocomplete=\"street-address\" dir=\"auto\" maxlength=\"500\"",
                        "name=\"notes\"",
                        "name=\"code\" type=\"text\" autocapitalize=\"characters\"");
        assertThat(page).doesNotContain("placeholder=\"0", "disabled").contains("novalidate", "3,000–");
    }

    @Test
    void five_empty_fields_get_five_messages_twice_each() {
        var sent = shopper.sends(SEND, "do=send&sku=ROSE&pieces=1&phone=&name=&province=&area=&address=");

        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.text()).containsPattern("<title>خطأ: طلبك");
        for (var words : new String[] {
            "اكتب رقم هاتفك", "اكتب اسمك", "اختر المحافظة", "اختر المنطقة", "اكتب العنوان مع نقطة دالة"
        }) {
            assertThat(sent.text().split(">" + words + "<", -1)).as(words).hasSize(3);
        }
        for (var field : new String[] {"phone", "name", "province", "area", "address"}) {
            assertThat(sent.text()).contains("href=\"#" + field + "\"", "id=\"" + field + "-wrong\"");
        }
        assertThat(boutique.orders()).isZero();
    }

    @Test
    void what_was_typed_stays_when_something_else_is_wrong() {
        var form = shopper.form("0770");
        form.put("notes", "اتصل قبل الوصول");
        var sent = shopper.sends(SEND, form);

        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.text())
                .contains(
                        "value=\"0770\"",
                        "value=\"زينب علي\"",
                        "<option value=\"BG\" selected=\"selected\">",
                        "<option value=\"" + Shop.KARRADA + "\" selected=\"selected\">",
                        ">الكرادة، قرب جامع الزوية</textarea>",
                        ">اتصل قبل الوصول</textarea>",
                        "اكتب رقماً من 11 رقماً يبدأ بـ 07");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"٠٧٧٠ ١٢٣ ٤٥٦٧", "+964 770 123 4567", "00964-770-123-4567", "7701234567", "\u200e0770 123 4567"})
    void a_phone_is_taken_however_it_is_written(String phone) {
        assertThat(shopper.sends(SEND, shopper.form(phone)).publicId()).startsWith("SN-");
    }

    @Test
    void the_fee_follows_the_governorate_without_scripts() {
        var form = shopper.form("");
        form.put("do", "show");
        form.put("province", "BA");
        form.put("area", "");
        var far = shopper.sends(SEND, form);

        assertThat(far.status()).isEqualTo(200);
        assertThat(far.text())
                .contains("أرسل الطلب · \u206630,000\u2069", "name=\"shown\" id=\"shown\" value=\"30000\"");
        assertThat(far.text())
                .contains("<option value=\"BA\" selected=\"selected\">")
                .doesNotContain(Shop.KARRADA);
        form.put("province", "BG");
        assertThat(shopper.sends(SEND, form).text()).contains("\u206628,000\u2069", Shop.KARRADA);
    }

    @Test
    void before_a_governorate_is_chosen_no_sum_is_promised() {
        assertThat(shopper.opens(SEND).text()).contains(">أرسل الطلب<").doesNotContain("أرسل الطلب ·");
    }

    @Test
    void the_button_the_order_and_its_tracking_say_one_sum() {
        var sent = shopper.sends(SEND, shopper.form(Shop.newPhone()));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(shopper.opens("/orders/" + sent.publicId() + "/thanks").text())
                .contains("28,000");
        assertThat(shopper.opens("/orders/" + sent.publicId()).text()).contains("28,000");
        var order = well(boutique.shop().key().get(Api.KEYS + "/orders/" + sent.publicId()));
        assertThat(order.data("total")).isEqualTo("28000");
        assertThat(order.data("source")).isEqualTo("Storefront");
    }

    @Test
    void an_order_of_whoever_followed_a_link_carries_its_code() {
        var link = well(boutique.shop()
                .owner()
                .post(Api.STAFF + "/storefront/links", Api.object().put("label", "ستوري الخميس")));
        var followed = shopper.follows("/l/" + link.data("code"));

        var sent = shopper.sends(SEND, shopper.form(Shop.newPhone()));

        assertThat(followed.status() + " " + followed.location()).isEqualTo("302 " + boutique.page(""));
        var order = well(boutique.shop().key().get(Api.KEYS + "/orders/" + sent.publicId()));
        assertThat(order.data("campaign")).isEqualTo(link.data("code"));
    }

    @Test
    void the_same_form_is_one_order_however_often_it_is_sent() {
        var form = shopper.form(Shop.newPhone());
        var first = shopper.sends(SEND, form);
        var again = shopper.sends(SEND, form);

        assertThat(again.publicId()).isEqualTo(first.publicId());
        assertThat(shopper.opens("/orders/" + first.publicId() + "/thanks?before=1")
                        .text())
                .contains("طلبك مسجّل لدينا");
        assertThat(boutique.orders()).isOne();
        assertThat(shopper.cart()).doesNotContain("ROSE");
    }

    @Test
    void who_goes_back_and_mends_the_phone_orders_by_it() {
        var form = shopper.form(Shop.newPhone());
        var wrong = shopper.sends(SEND, form);
        form.put("phone", Shop.newPhone());
        var right = shopper.sends(SEND, form);

        assertThat(right.publicId()).isNotEqualTo(wrong.publicId());
        assertThat(boutique.orders()).isEqualTo(2);
        assertThat(shopper.sends(SEND, form).publicId()).isEqualTo(right.publicId());
    }

    @Test
    void a_form_whose_order_was_cancelled_orders_anew_when_it_is_sent_again() {
        var form = shopper.form(Shop.newPhone());
        var first = shopper.sends(SEND, form);
        well(boutique.shop().moves(first.publicId(), "Cancelled"));
        var second = shopper.sends(SEND, form);

        assertThat(second.publicId()).isNotEqualTo(first.publicId());
        assertThat(shopper.sends(SEND, form).publicId()).isEqualTo(second.publicId());
        assertThat(boutique.orders()).isEqualTo(2);
    }

    @Test
    void from_two_tabs_at_once_it_is_one_order() {
        var form = shopper.form(Shop.newPhone());
        var cart = shopper.cart();
        var sent = Shop.atOnce(12, _ -> {
            var tab = new Shopper(api.base(), boutique);
            tab.brings(cart);
            return tab.sends(SEND, form);
        });

        assertThat(sent).allMatch(each -> each.status() == 303, "leads on");
        assertThat(sent.stream().map(Visitor.Shown::publicId).distinct()).hasSize(1);
        assertThat(boutique.orders()).isOne();
    }

    @Test
    void a_sum_that_has_changed_since_is_said_and_not_charged() {
        var form = shopper.form(Shop.newPhone());
        well(boutique.goods().saves(Goods.product("ROSE").put("price", 26_000)));
        var sent = shopper.sends(SEND, form);

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.text()).contains("المجموع الآن \u206629,000\u2069", "value=\"29000\"");
        assertThat(boutique.orders()).isZero();
        form.put("shown", "29000");
        assertThat(shopper.sends(SEND, form).status()).isEqualTo(303);
        assertThat(boutique.orders()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "-5", "abc", "999999999999999999999999"})
    void nobody_chooses_their_own_sum(String shown) {
        var form = shopper.form(Shop.newPhone());
        form.put("shown", shown);
        form.put("price", "1");
        form.put("unitPrice", "1");

        assertThat(shopper.sends(SEND, form).status()).isEqualTo(409);
        assertThat(boutique.orders()).isZero();
    }

    @Test
    void a_line_that_is_sold_out_by_now_is_named() {
        boutique.goods().sells("LAST", 25_000, 1);
        shopper.sends("/cart", "sku=LAST");
        var form = shopper.form(Shop.newPhone());
        form.put("sku", "LAST");
        var other = new Shopper(api.base(), boutique);
        other.sends("/cart", "sku=LAST");
        var theirs = other.form(Shop.newPhone());
        theirs.put("sku", "LAST");
        assertThat(other.sends(SEND, theirs).status()).isEqualTo(303);
        var sent = shopper.sends(SEND, form);

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.text()).contains("باقة LAST", "نفدت الكمية. أزله ثم أرسل", "href=\"#line-0\"");
    }

    @Test
    void of_a_line_that_is_short_the_number_is_said() {
        boutique.goods().sells("FEW", 25_000, 3);
        var form = shopper.form(Shop.newPhone());
        form.put("sku", "FEW");
        form.put("pieces", "5");
        form.put("shown", "125000");
        var sent = shopper.sends(SEND, form);

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.text())
                .contains(
                        "المتاح \u20663\u2069. عدّل الكمية ثم أرسل", "<details class=\"summary\" id=\"summary\" open");
    }

    @ParameterizedTest
    @CsvSource({"NOPE,هذا الكود غير فعّال", "OLD,هذا الكود غير فعّال", "BIG,يعمل الكود من", "ONCE,هذا الكود استُنفد"})
    void a_code_that_does_not_hold_says_why(String code, String words) {
        boutique.posts("/discounts/codes", """
                {"code": "OLD", "discountType": "percentage", "discountValue": 10, "expiresAt": "2020-01-01T00:00:00Z"}""");
        boutique.posts("/discounts/codes", """
                {"code": "BIG", "discountType": "percentage", "discountValue": 10, "minOrderValue": 80000}""");
        boutique.posts("/discounts/codes", """
                {"code": "ONCE", "discountType": "fixed_amount", "discountValue": 5000, "maxUses": 1}""");
        var first = new Shopper(api.base(), boutique);
        first.sends("/cart", "sku=ROSE");
        var used = first.form(Shop.newPhone());
        used.put("code", "once");
        used.put("shown", "23000");
        assertThat(first.sends(SEND, used).status()).isEqualTo(303);
        var form = shopper.form(Shop.newPhone());
        form.put("code", code);
        var sent = shopper.sends(SEND, form);

        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.text()).contains(words, "id=\"code-wrong\"", "value=\"" + code + "\"");
        form.put("do", "show");
        assertThat(shopper.sends(SEND, form).text()).contains(words);
    }

    @Test
    void a_code_that_holds_is_taken_off_what_is_shown_and_charged() {
        boutique.posts("/discounts/codes", """
                {"code": "WARDA", "discountType": "fixed_amount", "discountValue": 5000}""");
        var form = shopper.form(Shop.newPhone());
        form.put("code", "warda");
        form.put("do", "show");
        assertThat(shopper.sends(SEND, form).text()).contains("الكود مطبّق", "23,000", "\u22125,000");
        form.put("do", "send");
        form.put("shown", "23000");
        var sent = shopper.sends(SEND, form);

        assertThat(well(boutique.shop().key().get(Api.KEYS + "/orders/" + sent.publicId()))
                        .data("total"))
                .isEqualTo("23000");
    }

    @Test
    void numbers_that_are_changed_in_the_summary_are_changed_in_the_cart_too() {
        var form = shopper.form("");
        form.put("do", "show");
        form.put("pieces", "3");
        assertThat(shopper.sends(SEND, form).text()).contains("78,000");
        assertThat(shopper.cart()).endsWith("~ROSE*3");
    }

    @Test
    void what_was_not_ordered_stays_in_the_cart() {
        var form = shopper.form(Shop.newPhone());
        var round = shopper.round();
        shopper.sends("/cart", "sku=VASE&quantity=2");
        assertThat(shopper.sends(SEND, form).status()).isEqualTo(303);

        assertThat(shopper.cart()).endsWith("~VASE*2");
        assertThat(shopper.round()).isNotEqualTo(round);
    }

    @Test
    void a_customer_whom_the_shop_has_barred_is_led_to_a_chat() {
        var phone = Shop.newPhone();
        assertThat(shopper.sends(SEND, shopper.form(phone)).status()).isEqualTo(303);
        var key = boutique.shop().anonymous().withKey(boutique.shop().mints("customers:read", "customers:write"));
        var id = well(key.get(Api.KEYS + "/customers?q=" + phone))
                .data()
                .get("items")
                .get(0)
                .get("id")
                .stringValue();
        well(key.put(Api.KEYS + "/customers/" + id, Api.object("{\"isBlocked\": true}")));
        shopper.sends("/cart", "sku=VASE");
        var form = shopper.form(phone);
        form.put("sku", "VASE");
        form.put("shown", "15500");
        var sent = shopper.sends(SEND, form);

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.text()).contains("لا يمكن إتمام الطلب هنا. راسلنا على واتساب", "https://wa.me/9647701112233");
    }

    @Test
    void a_place_is_kept_and_one_abroad_is_left_out() {
        var form = shopper.form(Shop.newPhone());
        form.put("lat", "33.312805");
        form.put("lng", "44.421501");
        var near = shopper.sends(SEND, form).publicId();
        shopper.sends("/cart", "sku=ROSE");
        var away = shopper.form(Shop.newPhone());
        away.put("lat", "48.2");
        away.put("lng", "16.37");
        var far = shopper.sends(SEND, away).publicId();

        assertThat(well(boutique.shop().key().get(Api.KEYS + "/orders/" + near)).data("deliveryLat"))
                .isEqualTo("33.312805");
        assertThat(well(boutique.shop().key().get(Api.KEYS + "/orders/" + far)).data("deliveryLat"))
                .isEqualTo("null");
    }

    @Test
    void whatever_is_sent_is_no_fault_of_ours() {
        var nasty = new HashSet<String>();
        nasty.add("\u0000");
        nasty.add("' or 1=1 --");
        nasty.add("<script>alert(1)</script>");
        nasty.add("${7*7}");
        nasty.add("\ud83d");
        nasty.add("x".repeat(30_000));
        nasty.add("\u202eevil");
        for (var field : shopper.form("x").keySet()) {
            for (var value : nasty) {
                var form = new LinkedHashMap<String, String>(shopper.form(Shop.newPhone()));
                form.put(field, value);
                form.put("do", "send");
                var sent = shopper.sends(SEND, form);
                assertThat(sent.status())
                        .as("%s = %s", field, value.substring(0, 1))
                        .isLessThan(500);
                assertThat(sent.text()).doesNotContain("<script>alert");
            }
        }
    }
}
