package iq.sendy.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.buyers.BuyersShop;
import iq.sendy.buyers.TakenCodes;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A buyer's account in a browser without scripts: phone, code, orders, order again, sign out. */
@Scenario
class AccountPagesTest {

    @Autowired
    Api api;

    @Autowired
    TakenCodes taken;

    @Autowired
    MovableClock clock;

    private BuyersShop shop;
    private Browser browser;
    private String phone = "";

    @BeforeEach
    void a_shop_and_a_phone() {
        shop = BuyersShop.opens(api, taken);
        browser = new Browser(api, "/s/" + shop.slug());
        phone = Shop.newPhone();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    /** A browser that keeps cookies and runs no scripts. */
    private record Browser(Api api, String base, Map<String, String> cookies) {

        Browser(Api api, String base) {
            this(api, base, new LinkedHashMap<>());
        }

        private Api loaded() {
            var page = api.withHeader("Accept", "text/html")
                    .withHeader("Content-Type", "application/x-www-form-urlencoded");
            var jar = cookies.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("; "));
            return jar.isEmpty() ? page : page.withHeader("Cookie", jar);
        }

        private Api.Reply kept(Api.Reply reply) {
            for (var set : reply.headers().getOrDefault("set-cookie", List.of())) {
                var pair = set.split(";", 2)[0].split("=", 2);
                if (set.contains("Max-Age=0")) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return reply;
        }

        Api.Reply reads(String path) {
            return kept(loaded().get(base + path));
        }

        Api.Reply sends(String path, String... fields) {
            var form = new StringBuilder();
            for (var i = 0; i < fields.length; i += 2) {
                form.append(fields[i])
                        .append('=')
                        .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                        .append('&');
            }
            return kept(loaded().send("POST", base + path, BodyPublishers.ofString(form.toString()), false));
        }

        Api.Reply signsIn(String phone, String code) {
            return sends("/account/sign-in", "phone", phone, "code", code);
        }
    }

    private void signsIn() {
        assertThat(browser.sends("/account/code", "phone", phone).status()).isEqualTo(200);
        assertThat(browser.signsIn(phone, taken.latest(phone)).status()).isEqualTo(303);
    }

    @Test
    void phone_code_and_the_orders_are_there() {
        var publicId = shop.orderOf(phone);
        assertThat(browser.reads("/account").text())
                .contains("autocomplete=\"tel\"")
                .doesNotContain(publicId);

        var asked = browser.sends("/account/code", "phone", "٠" + phone.substring(1));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("autocomplete=\"one-time-code\"");
        var signedIn = browser.signsIn(phone, taken.latest(phone));

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).endsWith("/s/" + shop.slug() + "/account");
        assertThat(signedIn.header("Set-Cookie"))
                .startsWith("__Host-sendy-buyer-")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
        var orders = browser.reads("/account");
        assertThat(orders.text()).contains(publicId);
        assertThat(orders.header("Cache-Control")).isEqualTo("no-store");
        assertThat(orders.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void a_code_that_is_wrong_old_or_for_another_phone_lets_nobody_in() {
        browser.sends("/account/code", "phone", phone);

        var wrong = browser.signsIn(phone, taken.other(phone));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("aria-invalid=\"true\"", "code-wrong", "<title>خطأ");
        assertThat(browser.signsIn(phone, "").status()).isEqualTo(400);
        assertThat(browser.signsIn(Shop.newPhone(), taken.latest(phone)).status())
                .isEqualTo(400);
        clock.advance(Duration.ofMinutes(11));
        assertThat(browser.signsIn(phone, taken.latest(phone)).status()).isEqualTo(400);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void a_phone_that_is_none_is_said_at_its_field_and_kept() {
        for (var typed : new String[] {"", "0770", "<script>alert(1)</script>", "x".repeat(5_000)}) {
            var answer = browser.sends("/account/code", "phone", typed);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("phone-wrong").doesNotContain("<script>alert");
        }
        assertThat(browser.sends("/account/sign-in").status()).isEqualTo(400);
    }

    @Test
    void asked_again_too_soon_the_page_says_how_long_and_still_takes_the_code() {
        browser.sends("/account/code", "phone", phone);

        var again = browser.sends("/account/code", "phone", phone);

        assertThat(again.status()).isEqualTo(429);
        assertThat(Long.parseLong(again.header("Retry-After"))).isBetween(1L, 60L);
        assertThat(again.text()).contains("one-time-code");
        assertThat(browser.signsIn(phone, taken.latest(phone)).status()).isEqualTo(303);
    }

    @Test
    void a_session_is_of_its_shop_and_ends_with_signing_out() {
        var other = BuyersShop.opens(api, taken);
        var publicId = shop.orderOf(phone);
        signsIn();
        var stolen = Map.copyOf(browser.cookies());
        assertThat(new Browser(api, "/s/" + other.slug(), new LinkedHashMap<>(stolen))
                        .reads("/account")
                        .text())
                .contains("autocomplete=\"tel\"");

        assertThat(browser.sends("/account/sign-out").status()).isEqualTo(303);

        assertThat(browser.cookies()).isEmpty();
        var late = new Browser(api, "/s/" + shop.slug(), new LinkedHashMap<>(stolen));
        assertThat(late.reads("/account").text()).doesNotContain(publicId).contains("autocomplete=\"tel\"");
    }

    @Test
    void a_session_ends_after_thirty_days() {
        var publicId = shop.orderOf(phone);
        signsIn();
        clock.advance(Duration.ofDays(30).minusSeconds(30));
        assertThat(browser.reads("/account").text()).contains(publicId);

        clock.advance(Duration.ofMinutes(1));

        assertThat(browser.reads("/account").text()).doesNotContain(publicId);
    }

    @Test
    void a_new_password_signs_browsers_out() {
        var publicId = shop.orderOf(phone);
        signsIn();
        clock.advance(Duration.ofMinutes(2));
        assertThat(shop.resets(phone, shop.code(phone, "PasswordReset"), Shop.PASSWORD)
                        .status())
                .isEqualTo(200);

        assertThat(browser.reads("/account").text()).doesNotContain(publicId);
    }

    @Test
    void an_account_that_was_opened_by_a_code_gets_its_password_by_registering() {
        signsIn();
        clock.advance(Duration.ofMinutes(2));

        assertThat(shop.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(401);
        assertThat(shop.registers(phone, shop.code(phone, "Registration")).status())
                .isEqualTo(200);
        assertThat(shop.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void ordering_again_puts_the_items_into_the_cart_and_twice_is_once() {
        shop.shop()
                .owner()
                .post(
                        Api.STAFF + "/catalog/products",
                        Api.object()
                                .put("sku", "ROSE-1")
                                .put("name", "ورد جوري")
                                .put("price", 15_000));
        var order = Shop.order().put("customerPhone", phone);
        order.remove("orderValue");
        var items = order.putArray("items");
        items.addObject().put("sku", "ROSE-1").put("quantity", 2);
        items.addObject().put("sku", "ROSE-1").put("quantity", 1);
        var placed = shop.shop().places(order);
        assertThat(placed.status()).as(placed.text()).isEqualTo(200);
        signsIn();
        assertThat(browser.reads("/account").text()).contains("ورد جوري", "/again");
        var again = "/account/orders/" + placed.data("publicId") + "/again";

        var sent = browser.sends(again);
        browser.sends(again);

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith("/cart");
        assertThat(browser.cookies().entrySet())
                .filteredOn(cookie -> cookie.getKey().startsWith("__Host-sendy-cart-"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.getValue()).endsWith("~ROSE-1*3"));
    }

    @Test
    void another_buyers_order_is_not_ordered_again() {
        var theirs = shop.orderOf(Shop.newPhone());
        assertThat(browser.sends("/account/orders/" + theirs + "/again").header("Location"))
                .endsWith("/account");
        signsIn();

        assertThat(browser.sends("/account/orders/" + theirs + "/again").status())
                .isEqualTo(404);
        assertThat(browser.sends("/account/orders/nonsense/again").status()).isEqualTo(404);
    }

    @Test
    void a_form_of_another_site_is_not_taken() {
        var elsewhere = new Browser(api.withHeader("Origin", "https://evil.example"), "/s/" + shop.slug());

        assertThat(elsewhere.sends("/account/code", "phone", phone).status()).isEqualTo(403);
        assertThat(elsewhere.sends("/account/sign-out").status()).isEqualTo(403);
        assertThat(taken.at(phone)).isEmpty();
    }

    @Test
    void a_shop_that_reaches_nobody_asks_for_no_phone() {
        taken.cutOff(shop.store());

        var page = browser.reads("/account?lang=en");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("cannot send codes").doesNotContain("name=\"phone\"");
        assertThat(browser.sends("/account/code", "phone", phone).status()).isEqualTo(409);
    }

    @Test
    void the_pages_speak_three_languages_and_keep_the_one_that_was_chosen() {
        var english = browser.reads("/account?lang=en");

        assertThat(english.text()).contains("lang=\"en\"", "Mobile number", "/account/code?lang=en");
        assertThat(browser.reads("/account").text()).contains("رقم الهاتف");
        assertThat(browser.reads("/account?lang=ckb").text()).contains("ژمارەی مۆبایل");
    }
}
