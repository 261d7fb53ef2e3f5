package iq.sendy.shop;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.storefront.Cart;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The cart over HTTP, as a browser without scripts sends it, and as somebody sends it who means harm. */
@Scenario
class CartPageTest {

    @Autowired
    Api api;

    private Boutique boutique;
    private Shopper shopper;

    @BeforeEach
    void open() {
        boutique = Boutique.opens(api);
        shopper = new Shopper(api.base(), boutique);
    }

    @Test
    void what_is_put_in_stands_in_a_cookie_without_its_price() {
        var added = shopper.sends("/cart", "sku=ROSE&quantity=2");

        assertThat(added.status()).isEqualTo(303);
        assertThat(added.location()).isEqualTo(boutique.page("/cart"));
        assertThat(shopper.cart()).endsWith("~ROSE*2").doesNotContain("25");
        assertThat(added.setCookie())
                .startsWith("__Host-sendy-cart-")
                .contains("; Path=/", "; Secure", "; SameSite=Lax")
                .doesNotContain("HttpOnly");
        assertThat(shopper.opens("/cart").text()).contains("باقة ROSE", "50,000", "إتمام الطلب");
    }

    @Test
    void what_was_typed_is_kept_when_the_shop_has_moved_meanwhile() {
        var now = "n" + UUID.randomUUID().toString().substring(0, 12);
        boutique.movesTo(now);

        var added = shopper.sends("/cart", "sku=ROSE&quantity=3");
        assertThat(added.status()).isEqualTo(303);
        assertThat(added.location()).isEqualTo("/s/" + now + "/cart");
        assertThat(shopper.cart()).endsWith("~ROSE*3");

        var form = shopper.form(Shop.newPhone());
        form.put("pieces", "3");
        form.put("shown", "78000");
        var placed = shopper.sends("/checkout", form);
        assertThat(placed.location()).startsWith("/s/" + now + "/orders/SN-");
        assertThat(boutique.orders()).isOne();
    }

    @Test
    void a_product_stands_in_it_once_however_often_it_is_put_in() {
        shopper.sends("/cart", "sku=ROSE");
        shopper.sends("/cart", "sku=VASE&quantity=%D9%A3");
        shopper.sends("/cart", "sku=ROSE&quantity=4");

        assertThat(shopper.cart()).endsWith("~ROSE*5~VASE*3");
    }

    @Test
    void ordering_at_once_puts_one_in_and_leads_on_however_often_it_is_pressed() {
        for (var i = 0; i < 3; i++) {
            var sent = shopper.sends("/cart", "sku=ROSE&quantity=1&then=checkout");
            assertThat(sent.location()).isEqualTo(boutique.page("/checkout"));
        }

        assertThat(shopper.cart()).endsWith("~ROSE*1");
    }

    @Test
    void a_number_is_set_counted_up_and_down_and_taken_out() {
        shopper.sends("/cart", "sku=ROSE&quantity=2");
        shopper.sends("/cart", "sku=ROSE&do=set&quantity=7");
        assertThat(shopper.cart()).endsWith("~ROSE*7");
        shopper.sends("/cart", "sku=ROSE&do=set&quantity=7&step=1");
        assertThat(shopper.cart()).endsWith("~ROSE*8");
        shopper.sends("/cart", "sku=ROSE&do=set&quantity=nonsense&step=-1");
        assertThat(shopper.cart()).endsWith("~ROSE*7");
        shopper.sends("/cart", "sku=ROSE&do=set&quantity=999999999");
        assertThat(shopper.cart()).endsWith("~ROSE*10000");
        shopper.sends("/cart", "sku=ROSE&do=set&quantity=0");
        assertThat(shopper.cart()).doesNotContain("ROSE");
    }

    @Test
    void what_is_taken_out_can_be_put_back() {
        shopper.sends("/cart", "sku=ROSE&quantity=3");
        var removed = shopper.sends("/cart", "sku=ROSE&do=remove");

        assertThat(removed.location()).isEqualTo(boutique.page("/cart?removed=ROSE&pieces=3"));
        var page = shopper.opens("/cart?removed=ROSE&pieces=3").text();
        assertThat(page).contains("أُزيل", "تراجع", "سلتك فارغة");
        shopper.sends("/cart", "sku=ROSE&quantity=3&do=add");
        assertThat(shopper.cart()).endsWith("~ROSE*3");
    }

    @Test
    void a_line_that_cannot_be_ordered_says_so_and_costs_nothing() {
        boutique.goods().sells("LAST", 5_000, 0);
        shopper.sends("/cart", "sku=ROSE");
        shopper.sends("/cart", "sku=LAST");
        shopper.sends("/cart", "sku=NEVER-THERE");

        var page = shopper.opens("/cart").text();
        assertThat(page)
                .contains("نفدت الكمية", "لم يعد متوفراً", "NEVER-THERE")
                .doesNotContain("30,000");
        assertThat(page).contains("25,000");
    }

    @Test
    void a_product_without_a_price_never_shows_zero() {
        boutique.goods().saves(Goods.product("ASK"));
        shopper.sends("/cart", "sku=ASK");

        assertThat(shopper.opens("/cart").text())
                .contains("السعر عند الطلب", "نتفق على السعر قبل الإرسال")
                .doesNotContain(">0<");
    }

    @Test
    void what_is_missing_for_free_delivery_is_said() {
        shopper.sends("/cart", "sku=ROSE&quantity=3");
        assertThat(shopper.opens("/cart").text()).contains("15,000", "ليصبح التوصيل مجانياً");
        shopper.sends("/cart", "sku=ROSE&quantity=1");
        assertThat(shopper.opens("/cart").text()).doesNotContain("ليصبح").contains("مجاني", "100,000");
    }

    @Test
    void the_basket_goes_into_a_chat_with_items_sum_and_link() {
        shopper.sends("/cart", "sku=ROSE&quantity=2");

        var text = URLDecoder.decode(shopper.opens("/cart").text(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("https://wa.me/9647701112233?text=", "2 × باقة ROSE", "50,000", "/s/" + boutique.slug());
    }

    @Test
    void it_holds_thirty_products_and_says_so_at_the_next() {
        for (var i = 0; i < Cart.MOST_LINES; i++) {
            shopper.sends("/cart", "sku=P-" + i);
        }
        var full = shopper.sends("/cart", "sku=ROSE");

        assertThat(full.location()).isEqualTo(boutique.page("/cart?full=1"));
        assertThat(shopper.cart()).doesNotContain("ROSE");
        assertThat(shopper.opens("/cart?full=1").text()).contains("السلة لا تتسع");
    }

    @Test
    void long_names_in_arabic_never_make_a_cookie_that_a_browser_drops() {
        var sku = "و".repeat(96);
        for (var i = 0; i < Cart.MOST_LINES; i++) {
            shopper.sends("/cart", "sku=" + sku + i);
        }

        assertThat(shopper.cart().length()).isBetween(2_000, 3_800);
        assertThat(shopper.opens("/cart").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "~~~~~~",
                "x~y~ROSE*2",
                "~~ROSE*",
                "~~ROSE*0",
                "~~ROSE*-3",
                "~~ROSE*99999999999999999999",
                "~~ROSE*10001",
                "~~*5",
                "~~=*5",
                "~~=!!!!*5",
                "~~=AAAA*1",
                "~~=AA*1",
                "~~=gICAgA*1",
                "~~<script>alert(1)</script>*1",
                "~~ROSE*2~ROSE*3~ROSE*4",
                "%00",
                "~~ROSE*1;DROP",
                "~~__proto__*1"
            })
    void whatever_a_browser_sends_back_is_a_cart(String cookie) {
        shopper.brings(cookie);

        assertThat(shopper.opens("/cart").status()).isEqualTo(200);
        assertThat(shopper.sends("/cart", "sku=VASE").status()).isEqualTo(303);
        assertThat(shopper.cart()).contains("~VASE*1").doesNotContain("<");
    }

    @Test
    void lines_beyond_the_thirtieth_are_not_there() {
        shopper.brings(
                "~~" + IntStream.range(0, 200).mapToObj(i -> "P" + i + "*1").collect(Collectors.joining("~")));

        shopper.sends("/cart", "sku=P0&do=set&quantity=2");
        assertThat(shopper.cart()).contains("~P29*1").doesNotContain("~P30*1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sku=", "sku=%00", "sku=%0A", "do=set", "sku=ROSE&do=nonsense&quantity=0", "quantity=1"})
    void a_form_that_says_nothing_changes_nothing(String form) {
        var sent = shopper.sends("/cart", form);

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).startsWith(boutique.page("/cart"));
    }

    @Test
    void another_stores_cart_is_another_one() {
        shopper.sends("/cart", "sku=ROSE");
        var other = new Shopper(api.base(), Boutique.opens(api));
        other.brings(shopper.cart());

        assertThat(other.opens("/cart").text()).contains("25,000");
        other.sends("/cart", "sku=VASE");
        // The visitor's id was signed for the other store.
        assertThat(other.cart().split("~", -1)[0]).isNotEqualTo(shopper.cart().split("~", -1)[0]);
    }
}
