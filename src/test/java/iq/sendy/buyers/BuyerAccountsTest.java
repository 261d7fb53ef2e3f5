package iq.sendy.buyers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Accounts of buyers as programs use them, and the orders that they see. */
@Scenario
class BuyerAccountsTest {

    private static final String OTHER_PASSWORD = "rayhan-w-nana-12";

    @Autowired
    Api api;

    @Autowired
    TakenCodes taken;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    private BuyersShop shop;
    private String phone = "";

    @BeforeEach
    void a_shop_and_a_phone() {
        shop = BuyersShop.opens(api, taken);
        phone = Shop.newPhone();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private String me() {
        return shop.path("/me/orders");
    }

    private long accounts() {
        return backstage
                .jdbc()
                .sql("select count(*) from buyers.account where store_id = :store::uuid")
                .param("store", shop.shop().storeId())
                .query(Long.class)
                .single();
    }

    @Test
    void a_proved_phone_gets_an_account_and_is_signed_in() throws Exception {
        var registered = shop.registers(phone, shop.code(phone, "Registration"));

        assertThat(registered.status()).as(registered.text()).isEqualTo(200);
        assertThat(registered.data("expiresIn")).isEqualTo("86400");
        assertThat(registered.data("account.name")).isEqualTo("زينب علي");
        assertThat(registered.data("account.phone")).isEqualTo("964" + phone.substring(1));
        var claims = SignedJWT.parse(registered.data("accessToken")).getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("sendy-storefront-customers");
        assertThat(claims.getStringClaim("store")).isEqualTo(shop.shop().storeId());
        assertThat(claims.getSubject()).isEqualTo(registered.data("account.id"));
        assertThat(claims.getStringClaim("role")).isEqualTo("buyer");
        assertThat(api.withToken(registered.data("accessToken")).get(me()).status())
                .isEqualTo(200);
    }

    @Test
    void there_is_one_account_per_phone_and_store() {
        var other = BuyersShop.opens(api, taken);
        shop.buyer(phone);
        clock.advance(Duration.ofMinutes(2));

        var again = shop.registers(phone, shop.code(phone, "Registration"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.faults()).containsExactly("phone phone.taken");
        assertThat(accounts()).isEqualTo(1);
        assertThat(other.registers(phone, other.code(phone, "Registration")).status())
                .isEqualTo(200);
        assertThat(other.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void of_thirty_registrations_with_one_code_at_once_one_makes_the_account() {
        var code = shop.code(phone, "Registration");

        var answers = Shop.atOnce(30, _ -> shop.registers(phone, code).status());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).allSatisfy(status -> assertThat(status).isIn(200, 400, 409));
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void a_wrong_code_and_a_weak_password_are_told_at_once_and_make_nothing() {
        shop.code(phone, "Registration");
        var body = Api.object()
                .put("phone", phone)
                .put("otpCode", taken.other(phone))
                .put("name", "زينب")
                .put("password", "12345678");

        var both = api.post(shop.path("/auth/register"), body);

        assertThat(both.status()).isEqualTo(400);
        assertThat(both.faults()).containsExactly("otpCode otp.wrong", "password password.weak");
        assertThat(api.post(shop.path("/auth/register"), body.put("otpCode", taken.latest(phone)))
                        .faults())
                .containsExactly("password password.weak");
        assertThat(api.post(shop.path("/auth/register"), body.put("password", phone))
                        .faults())
                .containsExactly("password password.weak");
        assertThat(accounts()).isZero();
        assertThat(shop.registers(phone, taken.latest(phone)).status()).isEqualTo(200);
    }

    @Test
    void whoever_does_not_prove_a_phone_learns_nothing_about_it() {
        shop.buyer(phone);
        var stranger = Shop.newPhone();

        assertThat(shop.registers(phone, "123456").text())
                .isEqualTo(shop.registers(stranger, "123456").text());
        assertThat(shop.resets(phone, "123456", OTHER_PASSWORD).text())
                .isEqualTo(shop.resets(stranger, "123456", OTHER_PASSWORD).text());
        assertThat(shop.signsIn(phone, "wrong-password-1").text())
                .isEqualTo(shop.signsIn(stranger, "wrong-password-1").text());
    }

    @Test
    void every_fault_of_a_body_is_told_at_once() {
        assertThat(api.post(shop.path("/auth/register"), Api.object()).faults())
                .containsExactly(
                        "name field.required",
                        "otpCode field.required",
                        "password field.required",
                        "phone field.required");
        assertThat(api.post(shop.path("/auth/login"), Api.object().put("phone", "1"))
                        .faults())
                .containsExactly("password field.required", "phone phone.invalid");
        assertThat(api.post(shop.path("/auth/password/reset"), Api.object()).faults())
                .containsExactly("newPassword field.required", "otpCode field.required", "phone field.required");
        var hostile = Api.object()
                .put("phone", phone)
                .put("otpCode", "9".repeat(101))
                .put("name", "ز".repeat(201))
                .put("password", Shop.PASSWORD);
        assertThat(api.post(shop.path("/auth/register"), hostile).faults())
                .containsExactly("name field.too_long", "otpCode field.too_long");
        assertThat(api.post(shop.path("/auth/register"), "{\"phone\":[],\"otpCode\":{},\"name\":1,\"password\":false}")
                        .status())
                .isEqualTo(400);
        var novel = "p".repeat(900_000);
        assertThat(shop.signsIn(phone, novel).status()).isIn(400, 401);
    }

    @Test
    void a_buyer_signs_in_by_password() {
        shop.buyer(phone);

        var session = shop.signsIn("+964 " + phone.substring(1), Shop.PASSWORD);

        assertThat(session.status()).as(session.text()).isEqualTo(200);
        assertThat(api.withToken(session.data("accessToken")).get(me()).status())
                .isEqualTo(200);
        var wrong = shop.signsIn(phone, OTHER_PASSWORD);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.faults()).containsExactly("auth.failed");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void guesses_of_a_password_are_slowed_down_for_this_shop_alone() {
        var other = BuyersShop.opens(api, taken);
        shop.buyer(phone);
        other.buyer(phone);
        for (var i = 0; i < 5; i++) {
            assertThat(shop.signsIn(phone, "guess-number-" + i).status()).isEqualTo(401);
        }

        var sixth = shop.signsIn(phone, "guess-number-6");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Long.parseLong(sixth.header("Retry-After"))).isPositive();
        assertThat(shop.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(429);
        assertThat(other.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(16));
        assertThat(shop.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void an_unknown_phone_is_slowed_down_like_a_known_one() {
        for (var i = 0; i < 5; i++) {
            assertThat(shop.signsIn(phone, "guess-number-" + i).status()).isEqualTo(401);
        }

        assertThat(shop.signsIn(phone, "guess-number-6").status()).isEqualTo(429);
    }

    @Test
    void a_new_password_ends_what_was_signed_in_by_the_old_one() {
        var before = shop.buyer(phone);
        clock.advance(Duration.ofMinutes(2));

        var reset = shop.resets(phone, shop.code(phone, "PasswordReset"), OTHER_PASSWORD);

        assertThat(reset.status()).as(reset.text()).isEqualTo(200);
        assertThat(before.get(me()).faults()).containsExactly("auth.invalid");
        assertThat(api.withToken(reset.data("accessToken")).get(me()).status()).isEqualTo(200);
        assertThat(shop.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(401);
        assertThat(shop.signsIn(phone, OTHER_PASSWORD).status()).isEqualTo(200);
        assertThat(reset.data("account.name")).isEqualTo("زينب علي");
    }

    @Test
    void a_code_for_one_thing_does_no_other() {
        shop.buyer(phone);
        clock.advance(Duration.ofMinutes(2));
        var forOrder = shop.code(phone, "Order");

        assertThat(shop.resets(phone, forOrder, OTHER_PASSWORD).faults()).containsExactly("otpCode otp.wrong");
        assertThat(shop.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_reset_makes_the_account_of_a_proved_phone_that_has_none() {
        var reset = shop.resets(phone, shop.code(phone, "PasswordReset"), OTHER_PASSWORD);

        assertThat(reset.status()).as(reset.text()).isEqualTo(200);
        assertThat(reset.data().get("account").get("name").isNull()).isTrue();
        assertThat(shop.signsIn(phone, OTHER_PASSWORD).status()).isEqualTo(200);
        assertThat(shop.resets(phone, taken.latest(phone), Shop.PASSWORD).faults())
                .containsExactly("otpCode otp.wrong");
    }

    @Test
    void of_thirty_wrong_codes_at_once_none_gets_in_and_the_right_one_is_worth_nothing_then() {
        var code = shop.code(phone, "Registration");
        var wrong = taken.other(phone);

        var answers = Shop.atOnce(30, _ -> shop.registers(phone, wrong).status());

        assertThat(answers).containsOnly(400);
        assertThat(shop.registers(phone, code).faults()).containsExactly("otpCode otp.wrong");
        assertThat(accounts()).isZero();
    }

    @Test
    void what_buyers_do_stands_in_the_audit_log_without_a_secret() {
        shop.buyer(phone);
        clock.advance(Duration.ofMinutes(2));
        shop.resets(phone, shop.code(phone, "PasswordReset"), OTHER_PASSWORD);

        var entries = shop.shop().owner().get(Api.STAFF + "/audit-log?per_page=100");

        assertThat(entries.data().get("items").valueStream())
                .filteredOn(entry -> entry.get("resourceType").stringValue().equals("buyer"))
                .extracting(entry -> entry.get("action").stringValue() + " by "
                        + entry.at("/actor/kind").stringValue())
                .containsExactly("buyer.password_reset by buyer", "buyer.registered by buyer");
        assertThat(entries.text()).doesNotContain("argon2");
    }

    @Test
    void without_the_token_of_this_shop_there_is_nothing_to_see() {
        var other = BuyersShop.opens(api, taken);
        var token = shop.registers(phone, shop.code(phone, "Registration")).data("accessToken");
        var elsewhere =
                other.registers(phone, other.code(phone, "Registration")).data("accessToken");
        var staff = api.post(
                        "/api/v1/auth/login",
                        Api.object().put("phone", shop.shop().ownerPhone()).put("password", Shop.PASSWORD))
                .data("accessToken");
        var publicId = shop.orderOf(phone);

        for (var path : new String[] {me(), me() + "/" + publicId}) {
            assertThat(api.get(path).faults()).containsExactly("auth.required");
            var refused = new LinkedHashMap<String, Api.Reply>();
            refused.put("another shop's buyer", api.withToken(elsewhere).get(path));
            refused.put("the owner", api.withToken(staff).get(path));
            refused.put("garbage", api.withToken("garbage").get(path));
            refused.put(
                    "no bearer", api.withHeader("Authorization", "Basic eDp5").get(path));
            refused.put(
                    "cut short",
                    api.withToken(token.substring(0, token.length() - 3)).get(path));
            refused.forEach((what, answer) -> {
                assertThat(answer.status()).as(what).isEqualTo(401);
                assertThat(answer.faults()).as(what).containsExactly("auth.invalid");
                assertThat(answer.header("WWW-Authenticate")).as(what).startsWith("Bearer");
            });
            assertThat(api.withKey(shop.shop().mints("orders:read")).get(path).faults())
                    .containsExactly("auth.required");
            assertThat(api.withToken(token).get(path).status()).isEqualTo(200);
        }
        assertThat(api.withToken(token).get(Api.STAFF + "/orders").faults()).containsExactly("auth.invalid");
        assertThat(api.withToken(token).get("/api/v1/auth/me").faults()).containsExactly("auth.invalid");
        clock.advance(Duration.ofDays(1).plusSeconds(31));
        assertThat(api.withToken(token).get(me()).faults()).containsExactly("auth.invalid");
    }

    @Test
    void a_buyer_sees_the_orders_of_their_phone_in_this_shop_alone() {
        var other = BuyersShop.opens(api, taken);
        var first = shop.orderOf(phone);
        clock.advance(Duration.ofSeconds(5));
        var second = shop.orderOf("٠" + phone.substring(1));
        var neighbours = shop.orderOf(Shop.newPhone());
        var elsewhere = other.orderOf(phone);
        var buyer = shop.buyer(phone);

        var list = buyer.get(me());

        assertThat(list.data("totalCount")).isEqualTo("2");
        assertThat(list.data()
                        .get("items")
                        .valueStream()
                        .map(order -> order.get("publicId").stringValue()))
                .containsExactly(second, first);
        assertThat(list.data().get("items").get(0).has("timeline")).isFalse();
        for (var unknown : new String[] {neighbours, elsewhere, "SN-0000-0000", "x", "a".repeat(3_000)}) {
            var answer = buyer.get(me() + "/" + unknown);
            assertThat(answer.status()).as(unknown).isEqualTo(404);
        }
        assertThat(buyer.get(me() + "/" + neighbours).text())
                .isEqualTo(buyer.get(me() + "/" + elsewhere).text());
        assertThat(buyer.get(me() + "/" + first.toLowerCase(java.util.Locale.ROOT))
                        .data("publicId"))
                .isEqualTo(first);
    }

    @Test
    void an_order_shows_its_buyer_what_is_theirs() {
        var publicId = shop.orderOf(phone);
        var buyer = shop.buyer(phone);

        var order = buyer.get(me() + "/" + publicId).data();

        assertThat(text(order, "/status")).isEqualTo("Pending");
        assertThat(text(order, "/customerName")).isEqualTo("زينب علي");
        assertThat(text(order, "/customerPhone")).isEqualTo("964" + phone.substring(1));
        assertThat(text(order, "/customerAddress")).startsWith("الكرادة");
        assertThat(text(order, "/province")).isEqualTo("بغداد");
        assertThat(order.at("/totals/total").longValue()).isEqualTo(25_000);
        assertThat(text(order, "/payment/status")).isEqualTo("Due");
        assertThat(text(order, "/timeline/0/status")).isEqualTo("Pending");
        assertThat(order.toString()).doesNotContain("unitCost").doesNotContain("actor");
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).stringValue();
    }

    @Test
    void the_list_has_pages() {
        for (var i = 0; i < 3; i++) {
            shop.orderOf(phone);
            clock.advance(Duration.ofSeconds(1));
        }
        var buyer = shop.buyer(phone);

        var page = buyer.get(me() + "?per_page=2");
        var rest = buyer.get(me() + "?per_page=2&cursor=" + page.data("nextCursor"));

        assertThat(page.data().get("items")).hasSize(2);
        assertThat(rest.data().get("items")).hasSize(1);
        assertThat(buyer.get(me() + "?page=0&per_page=1000").faults())
                .containsExactly("page paging.invalid", "per_page paging.invalid");
        assertThat(buyer.get(me() + "?cursor=broken").faults()).containsExactly("cursor cursor.invalid");
    }

    @Test
    void a_closed_shop_is_unknown_to_its_buyers_too() {
        var token = shop.registers(phone, shop.code(phone, "Registration")).data("accessToken");
        shop.shop().owner().delete(Api.STAFF + "/storefront/publish");

        assertThat(api.withToken(token).get(me()).text())
                .isEqualTo(api.withToken(token)
                        .get("/api/v1/public/storefronts/no-such-shop/me/orders")
                        .text());
        assertThat(api.withToken(token).get(me()).status()).isEqualTo(401);
        assertThat(shop.signsIn(phone, Shop.PASSWORD).status()).isEqualTo(404);
    }
}
