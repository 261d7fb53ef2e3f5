package iq.sendy.shop;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.storefront.SkuSegment;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Under which addresses a shop is shown: its slug, the ones before, a host of its own; and who is shown a page there. */
@Scenario
class ShopHostTest {

    private static final String WHATSAPP = "WhatsApp/2.23.20.0";

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

    private String ownHost() {
        var host = "w" + UUID.randomUUID().toString().substring(0, 12) + ".example";
        front.provesDomain(host, backstage);
        return host;
    }

    @Test
    void an_old_slug_leads_people_and_programs_on() {
        var old = front.slug();
        front.movesTo("n" + UUID.randomUUID().toString().substring(0, 12));

        var led = browser().opens("/s/" + old + "/p/ROSE?lang=en");
        assertThat(led.status()).isEqualTo(301);
        assertThat(led.header("location")).contains(front.page() + "/p/ROSE?lang=en");
        assertThat(led.header("cache-control")).contains("no-cache");
        assertThat(led.header("x-content-type-options")).contains("nosniff");
        for (var accept : new String[] {"text/html", "application/json", "*/*"}) {
            for (var below : new String[] {"", "/products?pageSize=1", "/products/ROSE", "/orders/SN-2222-2222"}) {
                var asked = browser().with("Accept", accept).opens(Front.PUBLIC + old + below);
                assertThat(asked.status()).as(accept + " " + below).isEqualTo(301);
                assertThat(asked.header("location")).contains(front.address() + below);
                assertThat(asked.header("cache-control")).contains("no-cache");
                assertThat(asked.header("access-control-allow-origin")).contains("*");
            }
        }
        var basket = Api.object();
        basket.putArray("items").addObject().put("sku", "ROSE").put("quantity", 1);
        assertThat(api.post(Front.PUBLIC + old + "/quote", basket).status())
                .as("what is sent is taken")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html                                                       | text/html
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html
            TEXT/HTML;q=0.7, application/json;q=0.5                         | text/html
            text/html, application/json                                     | text/html
            text/html, this is none                                         | text/html
            application/json, text/html                                     | application/json
            application/json, text/html;q=0.1                               | application/json
            text/html;q=0.5, application/json                               | application/json
            text/html;q=0.5, */*                                            | application/json
            text/html;q=0                                                   | application/json
            application/json, text/plain, */*                               | application/json
            """)
    void of_page_and_data_that_is_shown_which_is_wanted_more(String accept, String shown) {
        var answer = browser().with("Accept", accept).opens(front.address());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(shown));
    }

    @Test
    void a_browser_and_a_previewer_are_shown_the_page_at_the_address_of_programs() {
        var shown = browser().opens(front.address());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(shown.text()).contains("<link rel=\"canonical\" href=\"").contains(front.page() + "\"");

        for (var agent : new String[] {
            WHATSAPP,
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "Twitterbot/1.0",
            "TelegramBot (like TwitterBot)",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
        }) {
            var drawn =
                    browser().with("Accept", "*/*").with("User-Agent", agent).opens(front.address());
            assertThat(drawn.text()).as(agent).contains("og:title");
        }
        var program =
                browser().with("Accept", "*/*").with("User-Agent", "curl/8").opens(front.address());
        assertThat(program.header("content-type")).contains("application/json");
        assertThat(program.header("vary").orElse("")).contains("User-Agent").contains("Accept");
        assertThat(browser().with("Accept", "*/*").opens(front.page()).text()).contains("og:title");
        assertThat(browser().with("Accept", null).opens(front.page()).text()).contains("og:title");
        assertThat(browser()
                        .with("Accept", "application/json")
                        .opens(front.page())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_host_of_its_own_shows_the_shop_and_nothing_else() {
        var host = ownHost();

        var home = browser().with("Host", host).opens("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.text())
                .contains("href=\"/p/ROSE\"")
                .doesNotContain("href=\"/s/")
                .contains("<link rel=\"canonical\" href=\"https://" + host + "/\"");
        var rose = browser().with("Host", host).opens("/p/ROSE?lang=en");
        assertThat(rose.text())
                .contains("<link rel=\"canonical\" href=\"https://" + host + "/p/ROSE?lang=en\"")
                .contains("lang=\"en\"");
        for (var elsewhere : new String[] {
            "/app", "/docs", "/api/v1/store/orders", "/api/v1/admin/stores", "/openapi.json", "/actuator/health", "/s/x"
        }) {
            assertThat(browser().with("Host", host).opens(elsewhere).status())
                    .as(elsewhere)
                    .isEqualTo(404);
        }
        assertThat(browser()
                        .with("Host", host)
                        .with("Accept", "application/json")
                        .opens("/api/v1/store/orders")
                        .status())
                .isEqualTo(404);
        var asked = browser().with("Host", host).with("Accept", "application/json");
        assertThat(asked.opens(front.address()).status()).isEqualTo(200);
        assertThat(asked.opens(Front.PUBLIC + host).text()).contains("\"customDomain\":\"" + host + "\"");
        assertThat(asked.opens("/api/v1/address-reference/provinces").status()).isEqualTo(200);
    }

    @Test
    void the_platforms_address_of_such_a_shop_leads_to_its_host() {
        var host = ownHost();

        assertThat(browser().opens(front.page()).header("location")).contains("https://" + host + "/");
        assertThat(browser().opens(front.page() + "/p/ROSE?lang=ckb").header("location"))
                .contains("https://" + host + "/p/ROSE?lang=ckb");
        assertThat(browser().opens("/s/" + host).header("location")).contains("https://" + host + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s:80", "%s.", "%S", "%s:8443"})
    void a_host_is_the_same_however_it_is_spelt(String spelling) {
        var host = ownHost();
        var spelt = String.format(Locale.ROOT, spelling, host);

        assertThat(browser().with("Host", spelt).opens("/").text())
                .contains("<link rel=\"canonical\" href=\"https://" + host + "/\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.%s",
                "%s.evil.example",
                "%s@evil.example",
                "evil.example/%s",
                "%s..",
                "%s,evil.example",
                "%s%%00.example",
                "[%s]"
            })
    void no_other_host_is_taken_for_it(String spelling) {
        var host = ownHost();
        var spelt = String.format(Locale.ROOT, spelling, host);

        var answer = browser().with("Host", spelt).opens("/");
        assertThat(answer.status()).isIn(200, 303, 400, 302);
        assertThat(answer.text()).doesNotContain(host);
    }

    @Test
    void headers_that_a_proxy_would_send_change_nothing() {
        var host = ownHost();
        var other = Front.opens(api);
        other.goods().sells("TULIP", 1_000, 1);

        var shown = browser()
                .with("Host", host)
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "javascript")
                .with("X-Forwarded-Prefix", "/evil")
                .with("X-Original-URL", "/app")
                .with("X-Rewrite-URL", other.page())
                .with("Forwarded", "host=evil.example")
                .opens("/");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).contains("/p/ROSE").doesNotContain("evil", "TULIP");
        assertThat(browser().with("Host", host).opens("/").text()).doesNotContain("evil");
        assertThat(browser()
                        .with("X-Forwarded-Host", host)
                        .opens("/s/" + other.slug())
                        .text())
                .contains("TULIP")
                .doesNotContain(host);
    }

    @Test
    void a_closed_shop_looks_like_one_that_never_was() {
        var host = ownHost();
        var unknown = "u" + UUID.randomUUID().toString().substring(0, 12);
        front.closes();
        clock.advance(Duration.ofSeconds(1));

        for (var below :
                new String[] {"", "/p/ROSE", "/search?q=x", "/sitemap.xml", "/cart", "/manifest.webmanifest"}) {
            var closed = browser().opens(front.page() + below);
            var never = browser().opens("/s/" + unknown + below);
            assertThat(closed.status()).as(below).isEqualTo(404);
            assertThat(closed.text()).as(below).isEqualTo(never.text());
            assertThat(headers(closed)).as(below).isEqualTo(headers(never));
        }
        for (var below : new String[] {"", "/products", "/products/ROSE", "/orders/SN-7K3F-9QXM"}) {
            var asked = browser().with("Accept", "application/json");
            var closed = asked.opens(front.address() + below);
            var never = asked.opens(Front.PUBLIC + unknown + below);
            assertThat(closed.status()).as(below).isEqualTo(404);
            assertThat(closed.text()).as(below).isEqualTo(never.text());
            assertThat(headers(closed)).as(below).isEqualTo(headers(never));
        }
        assertThat(browser().opens(front.address()).text())
                .isEqualTo(browser().opens(Front.PUBLIC + unknown).text());
        assertThat(browser().opens(Front.PUBLIC + host).text())
                .isEqualTo(browser().opens(Front.PUBLIC + unknown).text());
    }

    private static String headers(RawRequest.Shown shown) {
        return shown.headers().entrySet().stream()
                .filter(header -> !header.getKey().equals("x-trace-id")
                        && !header.getKey().equals("date"))
                .toList()
                .toString();
    }

    @Test
    void a_sku_is_found_whatever_is_in_it() {
        for (var sku : new String[] {"a/b", "..", "50%", "x;y", "~tilde", "باقة ورد", "a b", "q?x=1#y", "<b>"}) {
            well(front.goods().saves(product(sku).put("price", 1_000)));
            var path = SkuSegment.of(sku);
            assertThat(browser().opens(front.page() + "/p/" + path).status())
                    .as(sku)
                    .isEqualTo(200);
            var told = api.get(front.address() + "/products/" + path);
            assertThat(told.data("sku")).isEqualTo(sku);
            assertThat(told.data("publicUrl")).endsWith(front.address() + "/products/" + path);
        }
    }
}
