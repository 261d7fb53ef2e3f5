package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in and out in a browser: the same members, throttles and ends as at the API. */
@Scenario
public class SignInPageTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    World.Backstage backstage;

    @AfterEach
    void today() {
        clock.reset();
    }

    private Visitor visitor() {
        return new Visitor(api.base(), "ar");
    }

    @Test
    void an_owner_signs_in_sees_the_store_and_signs_out() {
        var shop = Shop.opens(api);
        var owner = visitor();

        var signedIn = owner.signsIn(shop.ownerPhone(), Shop.PASSWORD);

        assertThat(signedIn.status()).as(signedIn::toString).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/app");
        var home = owner.opens("/app");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.text())
                .contains("متجر " + shop.ownerPhone())
                .contains("نور حسين")
                .contains("صاحب المتجر");
        assertThat(owner.opens("/").text()).contains("/s/").contains("نور حسين");

        var session = owner.cookie(Visitor.SESSION);
        var out = owner.sends("/app/sign-out", Map.of("_csrf", home.token()));

        assertThat(out.status()).as(out::toString).isEqualTo(303);
        assertThat(owner.cookie(Visitor.SESSION)).isEmpty();
        owner.brings(Visitor.SESSION, session);
        assertThat(owner.opens("/app").header("Location")).startsWith("/app/sign-in");
    }

    @Test
    void the_cookies_are_for_this_host_alone_and_no_script_reads_them() {
        var owner = visitor();
        owner.signsIn(Shop.opens(api).ownerPhone(), Shop.PASSWORD);
        owner.opens("/?lang=en");

        assertThat(owner.setCookies())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-sendy-")
                        .contains("Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain"));
    }

    @Test
    void the_page_that_was_wanted_is_shown_after_signing_in() {
        var shop = Shop.opens(api);
        var owner = visitor();

        var asked = owner.opens("/app/orders?page=2");

        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo("/app/sign-in?next=%2Fapp%2Forders%3Fpage%3D2");
        var form = owner.opens(asked.header("Location"));
        assertThat(form.text()).contains("action=\"/app/sign-in?next=/app/orders?page%3D2\"");
        var in = owner.sends(
                "/app/sign-in?next=%2Fapp%2Forders%3Fpage%3D2",
                Map.of("_csrf", form.token(), "phone", shop.ownerPhone(), "password", Shop.PASSWORD));
        assertThat(in.header("Location")).isEqualTo("/app/orders?page=2");
        assertThat(owner.opens(in.header("Location")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Fapp%40evil.example", "%2Fapp%5C%5Cevil.example",
        "%2Fapp%0D%0AX%3A1", "%2Fapplication", "%2Fapp%2Fsign-out", "javascript%3Aalert(1)",
        "%2Fapp%2F..%2F..%2Fx"
    })
    void signing_in_never_leads_elsewhere(String next) {
        var shop = Shop.opens(api);
        var owner = visitor();
        var form = owner.opens("/app/sign-in?next=" + next);

        var in = owner.sends(
                "/app/sign-in?next=" + next,
                Map.of("_csrf", form.token(), "phone", shop.ownerPhone(), "password", Shop.PASSWORD));

        assertThat(in.header("Location")).isEqualTo("/app");
    }

    @Test
    void whoever_is_in_is_led_to_no_page_above_ours() {
        var owner = visitor();
        owner.signsIn(Shop.opens(api).ownerPhone(), Shop.PASSWORD);
        var above = List.of(
                "/app/../../x",
                "/app/..",
                "/app/./x",
                "/app/a;b/../../..",
                "/app/x#/../../..",
                "/app/%2e%2E",
                "/app/%2F");
        for (var next : above) {
            assertThat(led(owner, next)).as(next).isEqualTo("/app");
        }
        var orders = "/app/orders?q=/../a;b%2F";
        assertThat(led(owner, orders)).isEqualTo(orders);
    }

    private static String led(Visitor reader, String next) {
        return reader.opens("/app/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                .header("Location");
    }

    @Test
    void a_wrong_password_is_told_as_the_api_tells_it_and_slowed_down_with_it() {
        clock.stop();
        var shop = Shop.opens(api);
        var guesser = visitor();

        var wrong = guesser.signsIn(shop.ownerPhone(), "not-the-password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text())
                .contains("رقم الهاتف أو كلمة المرور غير صحيحة")
                .contains("<title>خطأ: ")
                .contains("value=\"" + shop.ownerPhone() + "\"")
                .doesNotContain("not-the-password");
        for (var i = 0; i < 4; i++) {
            api.post(
                    "/api/v1/auth/login",
                    Api.object().put("phone", shop.ownerPhone()).put("password", "guess " + i));
        }
        var late = guesser.signsIn(shop.ownerPhone(), "one more guess");
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.header("Retry-After")).isNotEmpty();
        assertThat(late.text()).contains("محاولات كثيرة. انتظر " + late.header("Retry-After") + " ثانية");
        assertThat(guesser.cookie(Visitor.SESSION)).isEmpty();
    }

    @Test
    void empty_fields_are_named_at_once() {
        var answer = visitor().signsIn("", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("اكتب رقم هاتفك")
                .contains("اكتب كلمة المرور")
                .contains("aria-describedby=\"phone-wrong phone-hint\"")
                .contains("autofocus");
        assertThat(visitor().signsIn("٠٦٦٠", "x").text()).contains("value=\"٠٦٦٠\"");
    }

    @Test
    void whoever_is_switched_off_is_out_with_the_next_request() {
        var shop = Shop.opens(api);
        var phone = Shop.newPhone();
        var role = shop.owner()
                .post(
                        Api.STAFF + "/rbac/roles",
                        Api.object("{\"name\":\"Desk\",\"permissions\":[\"store.orders.view\"]}"))
                .data("id");
        var member = shop.owner()
                .post(
                        Api.STAFF + "/staff",
                        Api.object()
                                .put("fullName", "هدى")
                                .put("phone", phone)
                                .put("password", Shop.PASSWORD)
                                .put("roleId", role))
                .data("id");
        var staff = visitor();
        staff.signsIn(phone, Shop.PASSWORD);
        assertThat(staff.opens("/app").text()).contains("هدى").contains("Desk");

        shop.owner().put(Api.STAFF + "/staff/" + member, Api.object().put("isActive", false));

        assertThat(staff.opens("/app").status()).isEqualTo(303);
        assertThat(staff.cookie(Visitor.SESSION)).isEmpty();
    }

    @Test
    void a_changed_password_ends_the_session_with_the_next_request() {
        var shop = Shop.opens(api);
        var owner = visitor();
        owner.signsIn(shop.ownerPhone(), Shop.PASSWORD);
        assertThat(owner.opens("/app").status()).isEqualTo(200);

        shop.owner()
                .post(
                        "/api/v1/auth/change-password",
                        Api.object().put("currentPassword", Shop.PASSWORD).put("newPassword", "rayhan-w-nana-12"));

        assertThat(owner.opens("/app").status()).isEqualTo(303);
    }

    @Test
    void a_session_ends_after_thirty_days() {
        var shop = Shop.opens(api);
        var owner = visitor();
        owner.signsIn(shop.ownerPhone(), Shop.PASSWORD);

        clock.advance(Duration.ofDays(30).minusMinutes(1));
        assertThat(owner.opens("/app").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(owner.opens("/app").status()).isEqualTo(303);
    }

    /** What a browser carries opens no API, and a program's tokens open no page. */
    @Test
    void the_tokens_of_programs_and_browsers_do_not_stand_in_for_each_other() {
        var shop = Shop.opens(api);
        var owner = visitor();
        owner.signsIn(shop.ownerPhone(), Shop.PASSWORD);
        var session = owner.cookie(Visitor.SESSION);

        assertThat(api.withToken(session).get(Api.STAFF + "/orders").status()).isEqualTo(401);
        assertThat(api.withHeader("Cookie", Visitor.SESSION + "=" + session)
                        .get(Api.STAFF + "/orders")
                        .status())
                .isEqualTo(401);
        assertThat(owner.opens("/app").status()).isEqualTo(200);
        // Whoever comes with a browser's token where no browser goes has stolen it: nobody goes on with it.
        var refreshed = api.post("/api/v1/auth/refresh", Api.object().put("refreshToken", session));
        assertThat(refreshed.status()).isEqualTo(401);
        assertThat(owner.opens("/app").status()).isEqualTo(303);

        var login = api.post(
                "/api/v1/auth/login",
                Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD));
        for (var token : new String[] {login.data("refreshToken"), login.data("accessToken"), "x", "é"}) {
            var other = visitor();
            other.brings(Visitor.SESSION, token);
            assertThat(other.opens("/app").status()).as(token).isEqualTo(303);
        }
    }

    @Test
    void a_form_is_taken_from_our_own_page_alone() {
        var shop = Shop.opens(api);
        var owner = visitor();
        owner.signsIn(shop.ownerPhone(), Shop.PASSWORD);
        var token = owner.opens("/app").token();

        assertThat(owner.sends("/app/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(owner.sends("/app/sign-out", Map.of("_csrf", "made-up")).status())
                .isEqualTo(403);
        for (var headers : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            var refused = owner.sends("/app/sign-out", Map.of("_csrf", token), headers);
            assertThat(refused.status()).as(headers[1]).isEqualTo(403);
            assertThat(refused.text()).contains("لم يعد إرسال هذه الصفحة ممكناً");
        }
        var stranger = visitor();
        stranger.opens("/app/sign-in");
        assertThat(stranger.sends("/app/sign-in", Map.of("phone", shop.ownerPhone(), "password", Shop.PASSWORD))
                        .status())
                .isEqualTo(403);
        assertThat(owner.opens("/app").status()).isEqualTo(200);

        var out = owner.sends(
                "/app/sign-out", Map.of("_csrf", token), "Origin", api.base(), "Sec-Fetch-Site", "same-origin");
        assertThat(out.status()).isEqualTo(303);
    }

    @Test
    void signing_in_stands_in_the_audit_log_and_costs_one_sign_in() {
        var shop = Shop.opens(api);
        visitor().signsIn(shop.ownerPhone(), Shop.PASSWORD);

        var store = UUID.fromString(shop.storeId());
        assertThat(backstage
                        .jdbc()
                        .sql(
                                "select count(*) from platform.audit_entry where store_id = ? and action = 'user.signed_in'")
                        .param(store)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(backstage
                        .jdbc()
                        .sql("select carrier from identity.sign_in where store_id = ? order by carrier")
                        .param(store)
                        .query(String.class)
                        .list())
                .containsExactly("browser", "program");
    }

    @Test
    void a_form_that_is_too_large_or_broken_is_refused_as_a_page() {
        var stranger = visitor();
        var token = stranger.opens("/app/sign-in").token();

        var large = stranger.sends("/app/sign-in", Map.of("_csrf", token, "phone", "7".repeat(70_000)));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.header("Content-Type")).startsWith("text/html");
        var broken = stranger.sendsAsIs("/app/sign-in", "_csrf=" + token + "&phone=%zz");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.text()).contains("تعذّرت قراءة هذا الطلب");
    }
}
