package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person sees at the front door, and what a program sees there. */
@Scenario
class FrontPageTest {

    private static final Pattern STYLESHEET = Pattern.compile("href=\"(/assets/tokens\\.[0-9a-f]{16}\\.css)\"");

    @Autowired
    Api api;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar-IQ,ar;q=0.9|lang=\"ar\" dir=\"rtl\"|لوحة التحكم",
                "ckb|lang=\"ckb\" dir=\"rtl\"|داشبۆرد",
                "en-US,en;q=0.9|lang=\"en\" dir=\"ltr\"|Dashboard",
                "de|lang=\"ar\" dir=\"rtl\"|لوحة التحكم"
            })
    void the_front_page_speaks_the_readers_language(String accepted, String html, String word) {
        var page = new Visitor(api.base(), accepted).opens("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(html).contains(word).contains("/docs").contains("/app");
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    }

    @Test
    void a_language_that_was_chosen_stays() {
        var reader = new Visitor(api.base(), "ar");

        assertThat(reader.opens("/?lang=ckb").text()).contains("lang=\"ckb\"");
        assertThat(reader.opens("/app/sign-in").text()).contains("چوونەژوورەوە");
        assertThat(reader.opens("/nothing").text()).contains("پەڕەکە نەدۆزرایەوە");
        assertThat(reader.opens("/?lang=xx").text()).contains("lang=\"ckb\"");
        assertThat(reader.opens("/app/sign-in?next=%2Fapp%2Fx%3Fa%3Db").text())
                .contains("href=\"/app/sign-in?next=%2Fapp%2Fx%3Fa%3Db&amp;lang=en\"");
    }

    @Test
    void nothing_runs_or_comes_from_elsewhere_and_nobody_keeps_the_page() {
        for (var path : new String[] {"/", "/app/sign-in", "/nothing"}) {
            var page = new Visitor(api.base(), "en").opens(path);
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                    .contains("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "nonce", "http");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(page.text()).doesNotContain("style=", "<style", "onclick", "<script", "th:", "href=\"http");
        }
    }

    @Test
    void files_have_their_hash_in_their_name_and_are_kept_for_a_year() {
        var page = new Visitor(api.base(), "en").opens("/");
        var file = STYLESHEET.matcher(page.text());
        assertThat(file.find()).as(page.text()).isTrue();

        var style = api.get(file.group(1));
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Cache-Control")).contains("max-age=31536000", "public", "immutable");
        assertThat(style.header("Content-Type")).startsWith("text/css");
        var packed = api.withHeader("Accept-Encoding", "gzip").get(file.group(1));
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.bytes().length).isLessThan(style.bytes().length / 2);
        assertThat(api.get("/assets/tokens.css").status()).isEqualTo(404);
        assertThat(api.get("/assets/tokens.0000000000000000.css").status()).isEqualTo(404);
    }

    /** Where programs find nothing, they find nothing still; what they are told at the address alone is HomeTest's. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "OPTIONS"})
    void a_program_finds_no_page(String method) {
        for (var path : new String[] {"/app", "/app/", "/app/sign-in", "/app/sign-out", "/s/flora"}) {
            // Whoever draws previews of a shop's links often takes anything, and is shown the page.
            var accepts = path.startsWith("/s/") ? List.of("application/json") : List.of("*/*", "application/json");
            for (var accept : accepts) {
                var answer = api.withHeader("Accept", accept).send(method, path, BodyPublishers.noBody(), false);
                assertThat(answer.status()).as(method + path + answer).isEqualTo(404);
                assertThat(answer.header("Content-Type")).isEqualTo("application/json");
                assertThat(answer.faults()).containsExactly("route.not_found");
                assertThat(answer.headers()).doesNotContainKey("set-cookie");
            }
        }
    }

    @Test
    void what_fails_is_a_page_with_its_status_outside_the_api_alone() {
        var reader = new Visitor(api.base(), "en");

        for (var path : new String[] {"/nothing", "/docs/assets/nothing"}) {
            var missing = reader.opens(path);
            assertThat(missing.status()).as(path).isEqualTo(404);
            assertThat(missing.text()).contains("<h1>Page not found</h1>").contains("href=\"/\"");
            assertThat(missing.header("Content-Language")).isEqualTo("en");
        }
        var noShop = reader.opens("/s/flora");
        assertThat(noShop.status()).isEqualTo(404);
        assertThat(noShop.text()).contains("<h1>Shop not available</h1>");
        assertThat(noShop.header("Content-Language")).isEqualTo("en");
        assertThat(reader.sends("/", java.util.Map.of()).status()).isEqualTo(403);
        var api404 = reader.opens("/api/v1/nothing");
        assertThat(api404.status()).isEqualTo(404);
        assertThat(api404.header("Content-Type")).isEqualTo("application/json");
        assertThat(reader.opens("/api/v1/store/orders").header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void a_stranger_who_looks_around_gets_no_session() {
        var reader = new Visitor(api.base(), "en");
        reader.opens("/");
        assertThat(reader.setCookies()).isEmpty();
        reader.opens("/app/sign-in");
        assertThat(reader.setCookies()).hasSize(1).allMatch(cookie -> cookie.startsWith("__Host-sendy-form="));
    }

    @Test
    void names_that_look_like_markup_are_shown_as_they_are() {
        var phone = Shop.newPhone();
        api.post(
                "/api/v1/auth/register",
                Api.object()
                        .put("storeName", "<script>alert(1)</script>${7*7}[[${8*8}]]")
                        .put("ownerName", "\"><img src=x onerror=alert(1)>")
                        .put("phone", phone)
                        .put("password", Shop.PASSWORD));
        var owner = new Visitor(api.base(), "en");
        owner.signsIn(phone, Shop.PASSWORD);

        var home = owner.opens("/app");

        assertThat(home.status()).as(home::toString).isEqualTo(200);
        assertThat(home.text())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;${7*7}[[${8*8}]]")
                .doesNotContain("<script>", "<img src=x");
    }
}
