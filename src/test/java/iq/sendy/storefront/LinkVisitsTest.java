package iq.sendy.storefront;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.printing.PaperReader;
import jakarta.servlet.http.Cookie;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.node.ObjectNode;

/** Share links as they are followed and scanned. */
@Scenario
class LinkVisitsTest {

    private static final String BROWSER = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
            + "(KHTML, like Gecko) Mobile/15E148 Instagram 350.0.0.21.100";

    /** A stroke of the drawing: where it begins and how far it goes. */
    private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)\\.5h(\\d+)");

    private static final int PIXELS = 4;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    CampaignCookie campaigns;

    @Autowired
    MovableClock clock;

    private LinkShop shop;

    @BeforeEach
    void open() {
        shop = LinkShop.opens(api);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private Api browser() {
        return api.withHeader("Accept", "text/html,*/*;q=0.8").withHeader("User-Agent", BROWSER);
    }

    /** The campaign that an order would carry whose browser brings this cookie. */
    private String campaign(LinkShop of, String cookie) {
        var request = new MockHttpServletRequest();
        var pair = cookie.substring(0, cookie.indexOf(';'));
        request.setCookies(new Cookie(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        return CurrentTenant.in(of.store(), () -> campaigns.campaign(of.store(), request))
                .orElse("none");
    }

    @Test
    void a_link_leads_to_the_shop_and_counts_the_visit() {
        var link = shop.makesOne();

        var followed = browser().get("/l/" + link.data("code"));
        var byProgram = api.get("/l/" + link.data("code"));

        assertThat(followed.status() + " " + followed.header("Location")).isEqualTo("302 " + shop.home());
        assertThat(byProgram.status() + " " + byProgram.header("Location")).isEqualTo("302 " + shop.home());
        assertThat(followed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shop.listed(link.data("id"), "visits")).isEqualTo("2");
    }

    @Test
    void a_link_to_a_product_leads_to_its_page_as_long_as_it_is_shown() {
        var product = shop.goods().sells("ROSE RED-12", 25_000, 3);
        var link = shop.makesOneOf("ROSE RED-12");
        var path = "/l/" + link.data("code");
        assertThat(browser().get(path).header("Location")).isEqualTo(shop.home() + "/p/ROSE%20RED-12");

        well(shop.goods().delete("/catalog/products/" + product));

        assertThat(browser().get(path).header("Location")).isEqualTo(shop.home());
        assertThat(shop.listed(link.data("id"), "visits")).isEqualTo("2");
    }

    @Test
    void a_sku_that_no_path_can_hold_is_written_as_its_page_reads_it() {
        shop.goods().sells("A/B %", 25_000, 3);

        var location =
                browser().get("/l/" + shop.makesOneOf("A/B %").data("code")).header("Location");

        assertThat(location)
                .isEqualTo(shop.home() + "/p/" + SkuSegment.of("A/B %"))
                .doesNotContain("%2F");
    }

    @Test
    void a_shop_with_a_domain_of_its_own_counts_where_its_cookie_is_read() {
        var link = shop.makesOne();
        var domain = "warda-" + link.data("code") + ".example";
        shop.movesTo(domain, backstage);
        var path = "/l/" + link.data("code");

        var first = browser().get(path);
        var there = LinkShop.headAt(domain, api.base(), path);

        assertThat(first.header("Location")).isEqualTo("https://" + domain + path);
        assertThat(first.headers()).doesNotContainKey("set-cookie");
        assertThat(there).startsWith("HTTP/1.1 302").contains("Location: /\r\n", CampaignCookie.name(shop.store()));
        assertThat(shop.listed(link.data("id"), "visits")).isEqualTo("1");
    }

    @Test
    void a_product_without_a_price_is_shown_where_the_shop_is_asked_for_it() {
        well(shop.goods().saves(Api.object().put("sku", "ASK").put("name", "تحفة")));
        var path = "/l/" + shop.makesOneOf("ASK").data("code");
        assertThat(browser().get(path).header("Location")).isEqualTo(shop.home());

        well(shop.shop()
                .owner()
                .post(
                        Api.STAFF + "/settings",
                        Api.object().put("currencyCode", "IQD").put("askForPrice", true)));

        assertThat(browser().get(path).header("Location")).isEqualTo(shop.home() + "/p/ASK");
    }

    @Test
    void a_code_typed_off_paper_in_capitals_is_the_same() {
        var link = shop.makesOne();

        assertThat(browser()
                        .get("/l/" + link.data("code").toUpperCase(Locale.ROOT))
                        .status())
                .isEqualTo(302);
        assertThat(shop.listed(link.data("id"), "visits")).isEqualTo("1");
    }

    @Test
    void the_visit_is_remembered_for_thirty_days() {
        clock.stop();
        var code = shop.makesOne().data("code");

        var cookie = browser().get("/l/" + code).header("Set-Cookie");

        assertThat(cookie)
                .startsWith(CampaignCookie.name(shop.store()) + "=" + code + ".")
                .contains("Max-Age=2592000", "Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(campaign(shop, cookie)).isEqualTo(code);
        clock.advance(Duration.ofDays(30).minusSeconds(5));
        assertThat(campaign(shop, cookie)).isEqualTo(code);
        clock.advance(Duration.ofSeconds(10));
        assertThat(campaign(shop, cookie)).isEqualTo("none");
    }

    @Test
    void what_a_visitor_orders_then_carries_the_campaign() {
        shop.goods().sells("ROSE", 25_000, 3);
        var link = shop.makesOneOf("ROSE");
        var cookie = browser().get("/l/" + link.data("code")).header("Set-Cookie");

        var placed = well(api.withHeader("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .post("/api/v1/public/storefronts" + shop.home().substring(2) + "/orders", basket("ROSE")));

        var order = shop.shop().owner().get(Api.STAFF + "/orders/" + placed.data("id"));
        assertThat(order.data("campaign")).isEqualTo(link.data("code"));
        assertThat(shop.listed(link.data("id"), "visits", "orders")).isEqualTo("1 1");
    }

    private static ObjectNode basket(String sku) {
        var basket = Shop.order();
        basket.remove("orderValue");
        basket.putArray("items").addObject().put("sku", sku).put("quantity", 1);
        return basket;
    }

    @Test
    void the_link_that_was_followed_last_is_credited() {
        browser().get("/l/" + shop.makesOne().data("code"));
        var last = shop.makesOne().data("code");

        assertThat(campaign(shop, browser().get("/l/" + last).header("Set-Cookie")))
                .isEqualTo(last);
    }

    @Test
    void a_cookie_that_was_made_up_credits_nothing() {
        var name = CampaignCookie.name(shop.store()) + "=";
        var seconds = clock.instant().getEpochSecond();
        var other = LinkShop.opens(api);
        var foreign = other.makesOne().data("code");
        var mine = shop.makesOne().data("code");

        assertThat(campaign(shop, name + mine + "." + seconds + ";")).isEqualTo(mine);
        assertThat(campaign(shop, name + foreign + "." + seconds + ";")).isEqualTo("none");
        assertThat(campaign(shop, name + "bcdfghjk." + seconds + ";")).isEqualTo("none");
        assertThat(campaign(shop, name + mine + "." + (seconds + 60) + ";")).isEqualTo("none");
        for (var value :
                new String[] {"", ".", mine, mine + ".", mine + ".x", mine + ".99999999999999999999", "'; drop"}) {
            assertThat(campaign(shop, name + value + ";")).as(value).isEqualTo("none");
        }
        assertThat(campaign(shop, CampaignCookie.name(other.store()) + "=" + mine + "." + seconds + ";"))
                .isEqualTo("none");
    }

    @Test
    void what_was_visited_before_a_link_was_deleted_is_credited_and_nothing_after() {
        var link = shop.makesOne();
        var before = browser().get("/l/" + link.data("code")).header("Set-Cookie");
        well(shop.shop().owner().delete(LinkShop.LINKS + "/" + link.data("id")));

        var after = browser().get("/l/" + link.data("code"));

        assertThat(after.status() + " " + after.header("Location")).isEqualTo("302 " + shop.home());
        assertThat(after.headers()).doesNotContainKey("set-cookie");
        assertThat(campaign(shop, before)).isEqualTo(link.data("code"));
        assertThat(backstage
                        .jdbc()
                        .sql("select visits from storefront.share_link where id = :id")
                        .param("id", UUID.fromString(link.data("id")))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WhatsApp/2.24.20.76 A",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "TelegramBot (like TwitterBot)",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
            })
    void who_draws_a_preview_follows_and_is_not_counted(String crawler) {
        var link = shop.makesOne();

        var followed = api.withHeader("User-Agent", crawler).get("/l/" + link.data("code"));

        assertThat(followed.status() + " " + followed.header("Location")).isEqualTo("302 " + shop.home());
        assertThat(followed.headers()).doesNotContainKey("set-cookie");
        assertThat(shop.listed(link.data("id"), "visits")).isEqualTo("0");
    }

    @Test
    void who_asks_whether_it_is_alive_is_not_counted() {
        var link = shop.makesOne();

        var asked = browser().send("HEAD", "/l/" + link.data("code"), BodyPublishers.noBody(), false);

        assertThat(asked.status() + " " + asked.header("Location")).isEqualTo("302 " + shop.home());
        assertThat(asked.headers()).doesNotContainKey("set-cookie");
        assertThat(shop.listed(link.data("id"), "visits")).isEqualTo("0");
    }

    @Test
    void visits_of_one_moment_are_all_counted() {
        var link = shop.makesOne();

        var statuses =
                Shop.atOnce(40, _ -> browser().get("/l/" + link.data("code")).status());

        assertThat(statuses).containsOnly(302);
        assertThat(shop.listed(link.data("id"), "visits")).isEqualTo("40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bcdfghjk", "x", "aaaaaaaa", "bcdfghjk.gif", "%D8%A7", "bcdfghjkbcdfghjk", "..%3B"})
    void where_no_link_is_nothing_is_found(String code) {
        assertThat(api.get("/l/" + code).status()).isEqualTo(404);
        assertThat(api.get("/l/" + code + ".svg").status()).isEqualTo(404);
        assertThat(api.get("/l/" + code + ".png").status()).isEqualTo(404);
        var page = browser().get("/l/" + code);
        assertThat(page.status() + " " + page.header("Content-Type")).startsWith("404 text/html");
    }

    @Test
    void other_methods_are_told_which_there_are() {
        var posted = api.post("/l/" + shop.makesOne().data("code"));

        assertThat(posted.status() + " " + posted.header("Allow")).isEqualTo("405 GET, HEAD, OPTIONS");
    }

    @Test
    void a_closed_shop_is_not_found_and_its_posters_can_be_printed() {
        var link = shop.makesOne();
        shop.closes();

        assertThat(browser().get("/l/" + link.data("code")).status()).isEqualTo(404);
        assertThat(shop.listed(link.data("id"), "visits")).isEqualTo("0");
        assertThat(api.get("/l/" + link.data("code") + ".png").status()).isEqualTo(200);
    }

    @Test
    void the_shop_of_a_suspended_store_is_not_found() {
        var link = shop.makesOne();
        backstage.anotherProcess(
                shop.store().toString(), "update stores.store set suspended_at = now() where id = :store::uuid");

        assertThat(browser().get("/l/" + link.data("code")).status()).isEqualTo(404);
    }

    @Test
    void a_scanner_reads_the_address_off_the_picture() {
        var link = shop.makesOne();

        var png = api.get("/l/" + link.data("code") + ".png");

        assertThat(png.header("Content-Type")).isEqualTo("image/png");
        var picture = PaperReader.picture(png.bytes());
        assertThat(PaperReader.scanned(picture, BarcodeFormat.QR_CODE)).isEqualTo(link.data("url"));
        assertThat(picture.getWidth()).isBetween(945, 1_200).isEqualTo(picture.getHeight());
        assertThat(png.bytes().length).isLessThan(4_000);
    }

    @Test
    void a_scanner_reads_the_address_off_the_drawing() {
        var link = shop.makesOne();

        var svg = api.get("/l/" + link.data("code") + ".svg");

        assertThat(svg.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(svg.bytes().length).isLessThan(6_000);
        assertThat(PaperReader.scanned(drawn(svg.text()), BarcodeFormat.QR_CODE))
                .isEqualTo(link.data("url"));
    }

    @Test
    void codes_to_scan_are_kept_and_asked_for_again_by_their_tag() {
        var path = "/l/" + shop.makesOne().data("code") + ".svg";
        var first = api.get(path);

        var again = api.withHeader("If-None-Match", first.header("ETag")).get(path);

        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=2592000");
        assertThat(first.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(again.status()).isEqualTo(304);
    }

    /** As a browser draws it. */
    private static BufferedImage drawn(String svg) {
        var box = svg.substring(svg.indexOf("viewBox=\"0 0 ") + 13);
        var size = Integer.parseInt(box.substring(0, box.indexOf(' ')));
        var picture = new BufferedImage(size * PIXELS, size * PIXELS, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size * PIXELS, size * PIXELS);
        pen.setColor(Color.BLACK);
        STROKE.matcher(svg)
                .results()
                .forEach(stroke -> pen.fillRect(
                        Integer.parseInt(stroke.group(1)) * PIXELS,
                        Integer.parseInt(stroke.group(2)) * PIXELS,
                        Integer.parseInt(stroke.group(3)) * PIXELS,
                        PIXELS));
        pen.dispose();
        return picture;
    }
}
