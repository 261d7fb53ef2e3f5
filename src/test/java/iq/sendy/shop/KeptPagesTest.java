package iq.sendy.shop;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Pages that are the same for everybody: how long they are, by what they are told apart, and that nobody's own gets in. */
@Scenario
class KeptPagesTest {

    /** What the database says behind this process' back is what another process wrote. */
    private static final Duration WITHIN_A_SECOND = Duration.ofMillis(999);

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    private Front front;

    @BeforeEach
    void open() {
        front = Front.opens(api);
        front.goods().sells("ROSE", 25_000, 9);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    private RawRequest browser() {
        return RawRequest.get(api.base());
    }

    private void anotherProcessSets(String change) {
        backstage.anotherProcess(
                front.shop().storeId(), "update catalog.product set " + change + " where store_id = :store::uuid");
    }

    @Test
    void a_price_that_another_process_changed_shows_within_a_second_everywhere() {
        var program = browser().with("Accept", "application/json");
        assertThat(browser().opens(front.page()).text()).contains("25,000");
        assertThat(program.opens(front.address()).text()).contains("25000");

        anotherProcessSets("price = 31000");
        clock.advance(WITHIN_A_SECOND);

        assertThat(browser().opens(front.page()).text()).contains("31,000").doesNotContain("25,000");
        assertThat(browser().opens(front.page() + "/p/ROSE").text()).contains("31,000");
        assertThat(browser().opens(front.page() + "/search?q=rose").text()).contains("31,000");
        assertThat(program.opens(front.address()).text()).contains("31000");
        assertThat(program.opens(front.address() + "/products").text()).contains("31000");
        assertThat(program.opens(front.address() + "/products/ROSE").text()).contains("31000");
    }

    @Test
    void stock_that_is_gone_shows_within_a_second() {
        var rose = front.address() + "/products/ROSE";
        assertThat(api.get(rose).data("isAvailable")).isEqualTo("true");
        assertThat(api.get(rose).data("isLow")).isEqualTo("false");

        front.counts("ROSE", 2);
        clock.advance(WITHIN_A_SECOND);
        assertThat(api.get(rose).data("isLow")).isEqualTo("true");

        front.counts("ROSE", 0);
        clock.advance(WITHIN_A_SECOND);
        assertThat(api.get(rose).data("isAvailable")).isEqualTo("false");
        assertThat(api.get(rose).data("isLow")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/p/ROSE", "/search?q=rose", "/sitemap.xml", "/robots.txt", "/manifest.webmanifest"})
    void a_page_that_somebody_has_is_not_sent_again(String below) {
        for (var coding : new String[] {"gzip", "identity"}) {
            var first = browser().with("Accept-Encoding", coding).opens(front.page() + below);
            assertThat(first.status()).as(first.toString()).isEqualTo(200);
            var tag = first.header("etag").orElseThrow();
            assertThat(tag).startsWith("\"").endsWith("\"");
            clock.advance(WITHIN_A_SECOND);

            for (var asked : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
                var again = browser()
                        .with("Accept-Encoding", coding)
                        .with("If-None-Match", asked)
                        .opens(front.page() + below);
                assertThat(again.status()).as(asked).isEqualTo(304);
                assertThat(again.bytes()).isEmpty();
                assertThat(again.header("etag")).contains(tag);
                assertThat(again.header("cache-control")).contains("no-cache");
            }
        }
        assertThat(browser()
                        .with("If-None-Match", "\"other\"")
                        .opens(front.page() + below)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answers_for_programs_have_a_tag_too_one_for_each_language() {
        var program = browser().with("Accept", "application/json");
        var english = program.opens(front.address() + "/products");
        var arabic = program.with("Accept-Language", "ar").opens(front.address() + "/products");

        assertThat(english.header("content-language")).contains("en");
        assertThat(arabic.header("content-language")).contains("ar");
        assertThat(arabic.header("etag")).isNotEqualTo(english.header("etag"));
        assertThat(program.with("If-None-Match", arabic.header("etag").orElseThrow())
                        .opens(front.address() + "/products")
                        .status())
                .isEqualTo(304);
        assertThat(arabic.header("access-control-allow-origin")).contains("*");
        assertThat(arabic.header("access-control-allow-credentials")).isEmpty();
    }

    @Test
    void a_page_is_packed_for_who_reads_that_and_a_head_has_no_body() {
        var plain = browser().opens(front.page());
        var packed = browser().with("Accept-Encoding", "gzip, br").opens(front.page());

        assertThat(packed.header("content-encoding")).contains("gzip");
        assertThat(packed.text()).isEqualTo(plain.text());
        assertThat(packed.bytes()).hasSizeLessThan(plain.bytes().length / 2);
        assertThat(packed.header("etag")).isNotEqualTo(plain.header("etag"));
        assertThat(plain.header("vary").orElse("")).contains("Accept-Encoding").contains("Accept");

        var head = RawRequest.head(api.base()).opens(front.page());
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("content-length")).contains(Integer.toString(plain.bytes().length));
        assertThat(head.header("etag")).isEqualTo(plain.header("etag"));
    }

    @Test
    void nothing_of_whoever_asked_first_is_in_the_page_of_the_next() {
        var first = browser()
                .with("Cookie", "sendy-lang=en; __Host-sendy-session=stolen; cart=x")
                .with("Accept-Language", "en")
                .with("User-Agent", "<script>alert(1)</script>")
                .with("Referer", "https://evil.example/")
                .opens(front.page() + "?utm_source=evil&lang=xx&q=%3Cb%3E&foo=%22%3E%3Cscript%3E");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.headers()).doesNotContainKey("set-cookie");
        assertThat(first.text())
                .doesNotContain("evil", "stolen", "alert(1)", "foo=")
                .contains("lang=\"ar\"");
        var next = browser().opens(front.page());
        assertThat(next.text()).isEqualTo(first.text());
        assertThat(next.header("etag")).isEqualTo(first.header("etag"));
    }

    @Test
    void a_language_stands_in_the_address_and_in_every_link() {
        var english = browser().opens(front.page() + "?lang=en");

        assertThat(english.headers()).doesNotContainKey("set-cookie");
        assertThat(english.header("content-language")).contains("en");
        assertThat(english.text())
                .contains("lang=\"en\"", front.page() + "/p/ROSE?lang=en", "hreflang=\"ckb\"")
                .contains("href=\"" + front.page() + "\"");
        assertThat(browser().opens(front.page()).header("content-language")).contains("ar");
    }

    @Test
    void pages_carry_the_policy_of_shops_when_they_are_made_and_when_they_are_kept() {
        for (var time = 0; time < 2; time++) {
            var shown = browser().opens(front.page() + "/p/ROSE");
            assertThat(shown.header("content-security-policy").orElse(""))
                    .contains("default-src 'none'", "img-src 'self' https: data:", "frame-ancestors 'self'")
                    .doesNotContain("nonce", "unsafe");
            assertThat(shown.header("x-content-type-options")).contains("nosniff");
            assertThat(shown.header("x-frame-options")).contains("SAMEORIGIN");
            assertThat(shown.header("permissions-policy")).contains("camera=(), microphone=(), geolocation=(self)");
            assertThat(shown.header("cross-origin-opener-policy")).contains("same-origin");
            assertThat(shown.header("x-trace-id")).isPresent();
        }
        assertThat(browser().opens(front.page()).header("x-trace-id"))
                .isNotEqualTo(browser().opens(front.page()).header("x-trace-id"));
    }

    @Test
    void a_product_that_is_gone_is_not_found_and_that_is_not_kept() {
        var missing = front.page() + "/p/TULIP";
        assertThat(browser().opens(missing).status()).isEqualTo(404);

        front.goods().sells("TULIP", 1_000, 1);
        assertThat(browser().opens(missing).status()).isEqualTo(200);
    }

    @Test
    void of_many_who_ask_at_once_each_is_shown_the_page() {
        var texts = Shop.atOnce(40, _ -> browser().opens(front.page()).text());

        assertThat(texts).allMatch(text -> text.equals(texts.getFirst()));
        assertThat(texts.getFirst()).contains("ROSE");
    }

    @Test
    void two_shops_never_share_a_page() {
        var other = Front.opens(api);
        other.goods().sells("TULIP", 1_000, 1);

        assertThat(browser().opens(front.page()).text()).contains("ROSE").doesNotContain("TULIP");
        assertThat(browser().opens(other.page()).text()).contains("TULIP").doesNotContain("ROSE");
    }

    @Test
    void data_blocks_are_read_as_they_were_meant_and_end_nothing() {
        var name = "</script><script>alert(1)</script> & \u2028 \"x\" <!--";
        well(front.goods().saves(product("EVIL").put("price", 5_000).put("name", name)));
        well(front.goods().saves(product("FREE").put("price", 0)));

        var page = browser().opens(front.page() + "/p/EVIL").text();
        assertThat(page).doesNotContain("<script>alert(1)");
        var start = page.indexOf('{', page.indexOf("application/ld+json"));
        var block = JsonMapper.shared().readTree(page.substring(start, page.indexOf("</script>", start)));
        assertThat(block.get("name").stringValue()).isEqualTo(name);
        assertThat(block.get("offers").get("price").stringValue()).isEqualTo("5000");
        assertThat(block.get("offers").get("priceCurrency").stringValue()).isEqualTo("IQD");
        assertThat(browser().opens(front.page() + "/p/FREE").text()).doesNotContain("\"Offer\"");
    }

    @Test
    void a_map_names_every_page_that_may_be_found() {
        front.goods().sells("a/b & c", 1_000, 1);
        well(front.goods().saves(product("HIDDEN").put("price", 1_000).put("isActive", false)));

        var map = browser().with("Accept", "*/*").opens(front.page() + "/sitemap.xml");
        assertThat(map.header("content-type")).contains("application/xml");
        assertThat(map.text())
                .contains("/p/ROSE</loc>", front.page() + "</loc>", "/p/~")
                .doesNotContain("HIDDEN", "a/b");
        assertThat(browser().opens(front.page() + "/sitemap.xml?part=1").status())
                .isEqualTo(200);
        for (var part : new String[] {"0", "2", "x", "-1", "99999999999"}) {
            assertThat(browser()
                            .opens(front.page() + "/sitemap.xml?part=" + part)
                            .status())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(browser().opens("/robots.txt").text()).contains("Disallow: /app");
        assertThat(browser().opens(front.page() + "/manifest.webmanifest").text())
                .contains("\"start_url\":\"" + front.page())
                .contains("\"scope\":\"" + front.page() + "\"");
    }
}
