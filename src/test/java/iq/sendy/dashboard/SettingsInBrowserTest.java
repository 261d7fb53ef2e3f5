package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.media.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings and the shop's editor in a browser, on a phone and at a desk. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsInBrowserTest {

    private static final List<String> PAGES = List.of(
            "/app/settings",
            "/app/settings/store",
            "/app/settings/packages/new",
            "/app/shop",
            "/app/shop/questions",
            "/app/shop/address",
            "/app/staff/new",
            "/app/staff/roles/new",
            "/app/settings/keys",
            "/app/settings/audit");

    @Autowired
    Api api;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("settings");

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
    }

    @Test
    void every_page_fits_and_a_shop_is_published_and_taken_down_by_thumb() {
        var shop = Shop.opens(api);
        // The log leads to it.
        shop.placesOne();
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("ar"))) {
            Visitor.of(api, shop).entersBy(page);
            page.navigate("/app/shop");
            page.locator("form[action='/app/shop/publish'] button").click();
            page.waitForURL("**said=shopfront.published");
            for (var path : PAGES) {
                page.navigate(path);
                pages.judgeAlone(page, path, "ar");
                Chromium.resize(page, PageJudge.DESK);
                pages.judgeAlone(page, path, "ar");
                Chromium.resize(page, PageJudge.PHONE);
            }
            Chromium.resize(page, PageJudge.DESK);
            page.navigate("/app/shop");
            // The shop itself is seen beside its form: no header forbids the frame, and it is not left for later.
            page.frameLocator(".preview iframe").locator("main h1").first().waitFor();
            pages.lookHere(page, "preview", "ar");
            Chromium.resize(page, PageJudge.PHONE);
            page.navigate("/app/shop");
            page.locator("form[action='/app/shop/close'] button").click();
            page.locator("dialog[open] button").click();
            page.waitForURL("**said=shopfront.closed");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void unsaved_words_outlive_a_picture_and_are_not_left_unasked() {
        var shop = Shop.opens(api);
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("ar"))) {
            Visitor.of(api, shop).entersBy(page);
            page.navigate("/app/shop");
            var words = page.locator("#description");
            words.fill("ورد كل يوم");
            sendPicture(page, "cover", Pictures.jpeg(40, 30));
            page.locator("#said:focus").waitFor();
            assertThat(page.locator("#pictures img").count()).isOne();
            sendPicture(page, "banner", Pictures.text("no picture"));
            page.locator("#pictures [role=alert]:focus").waitFor();
            assertThat(page.locator("#said").count()).isZero();
            assertThat(words.inputValue()).isEqualTo("ورد كل يوم");

            var asked = new ArrayList<String>();
            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            page.locator(".foot a[href='/app/orders']").click();
            page.locator("form[action='/app/shop/publish'] button").click();
            page.waitForCondition(() -> asked.equals(List.of("beforeunload", "beforeunload")));
            assertThat(page.url()).endsWith("/app/shop");

            page.locator(".bar .main").click();
            page.waitForURL("**said=shopfront.saved");
            assertThat(words.inputValue()).isEqualTo("ورد كل يوم");
            page.locator("form[action='/app/shop/publish'] button").click();
            page.waitForURL("**said=shopfront.published");
            page.locator("#contactPhone").fill("12");
            page.locator(".bar .main").click();
            page.locator("#contactPhone-wrong").waitFor();
            page.locator(".foot a[href='/app/orders']").click();
            page.waitForCondition(() -> asked.size() == 3);
            // A refusal is said to be one by the browser, too; at the shop's public address no test listens.
            assertThat(chromium.complaints())
                    .filteredOn(said -> !said.contains("http://localhost:0/media/"))
                    .hasSize(2)
                    .allMatch(said -> said.contains("status of 400"));
        }
    }

    @Test
    void a_part_is_sent_once_asks_above_the_page_and_gives_way_to_another_answer() {
        var shop = Shop.opens(api);
        var owner = Visitor.of(api, shop);
        try (var page = chromium.page(PageJudge.PHONE, Reader.of("ar"))) {
            owner.entersBy(page);
            page.navigate("/app/shop");
            var sent = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.add(request.url());
                }
            });
            var words = page.locator("#description");
            words.fill("ورد كل يوم");
            choosePicture(page, "cover", Pictures.jpeg(40, 30));
            page.locator("form[action*='/pictures/cover?'] button")
                    .evaluate("button => { button.click(); button.click(); }");
            page.locator("#said:focus").waitFor();
            assertThat(sent).as("what a double tap sends").hasSize(1);

            var removes = page.locator("form[action$='/pictures/cover/remove'] button");
            removes.click();
            page.locator("dialog[open] a").click();
            page.locator("dialog[aria-labelledby=ask-title]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(page.locator("#pictures img").count()).isOne();
            removes.click();
            page.locator("dialog[open] button").click();
            page.locator("#said:focus").waitFor();
            assertThat(page.locator("#pictures img, dialog[aria-labelledby=ask-title]")
                            .count())
                    .isZero();
            assertThat(page.locator("#said").count()).isOne();

            staysWithoutNetwork(page, "cover");
            page.locator("#said:focus").waitFor();
            assertThat(page.locator("#pictures img").count()).isOne();
            assertThat(words.inputValue()).isEqualTo("ورد كل يوم");
            assertThat(page.url()).endsWith("/app/shop");

            owner.sends("/app/sign-out", Map.of("_csrf", owner.opens("/app").token()));
            page.onceDialog(Dialog::accept);
            sendPicture(page, "banner", Pictures.jpeg(40, 30));
            page.waitForURL("**/app/sign-in**");
            assertThat(page.locator("#password").count())
                    .as("the page to sign in, and no part of this one")
                    .isOne();
            assertThat(chromium.complaints())
                    .allMatch(said -> said.contains("http://localhost:0/media/") || said.contains("ERR_FAILED"));
        }
    }

    /** It is said on the page itself, which keeps what is typed, and one tap sends it again. */
    private static void staysWithoutNetwork(Page page, String place) {
        page.route("**/app/shop/pictures/**", Route::abort, new Page.RouteOptions().setTimes(1));
        sendPicture(page, place, Pictures.jpeg(40, 30));
        page.locator("#unreached").waitFor();
        assertThat(page.locator("#unreached").innerText()).contains("لا يوجد اتصال");
        page.locator("#unreached button:focus").click();
        assertThat(page.locator("#unreached").count()).isZero();
    }

    private static void sendPicture(Page page, String place, byte[] file) {
        choosePicture(page, place, file);
        page.locator("form[action*='/pictures/" + place + "?'] button").click();
    }

    private static void choosePicture(Page page, String place, byte[] file) {
        page.locator("#" + place).setInputFiles(new FilePayload("picture.jpg", "image/jpeg", file));
    }
}
