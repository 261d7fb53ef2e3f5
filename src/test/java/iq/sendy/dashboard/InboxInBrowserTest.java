package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.World.Backstage;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.meta.MessageKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The inbox in a browser, on a phone and on a desk: what happens is shown as it happens, and no word is lost. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxInBrowserTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("inbox");

    private Shop shop;
    private CustomerChat chat;
    private final String phone = CustomerChat.newPhone();
    private String talk;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        shop = Shop.opens(api);
        chat = new CustomerChat(shop, new CustomerChat.Stage(backstage, processing, transactions));
        shop.places(Shop.order().put("customerPhone", phone));
        chat.writes(CustomerChat.newPhone(), "علي", "شكد السعر؟", Instant.now().minusSeconds(4_000));
        talk = chat.writes(
                phone, "زينب", "هلو، الباقة متوفرة؟ https://example.test/an/address/without/a/blank/that/is/long");
        chat.sends(phone, "زينب", MessageKind.IMAGE, "image/png", picture());
        chat.sends(phone, "زينب", MessageKind.AUDIO, "audio/ogg", sound());
        well(shop.owner()
                .post(
                        Api.STAFF + "/social/replies",
                        Api.object().put("shortcut", "توصيل").put("text", "نوصل خلال يومين {name}")));
        well(shop.owner()
                .post(
                        Api.STAFF + "/social/conversations/" + talk + "/notes",
                        Api.object().put("text", "زبونة دائمة")));
        chat.drafted(talk, "نعم متوفرة، باقة الجوري بـ 25 ألف");
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] sound() {
        try (var voice = InboxInBrowserTest.class.getResourceAsStream("/simulator/voice.ogg")) {
            return Objects.requireNonNull(voice).readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Page signsIn(int width, String language) {
        var page = chromium.page(width, Reader.of(language));
        Visitor.of(api, shop).entersBy(page);
        return page;
    }

    @Test
    void it_is_worked_by_thumb_and_by_keys_and_shows_what_happens() {
        try (var page = signsIn(390, "ar")) {
            page.navigate("/app/inbox");
            pages.judgeAlone(page, "list", "ar");
            page.locator(".talks a").last().click();
            page.locator(".composer").waitFor();
            // Who has it before their eyes has read it.
            page.locator(".count")
                    .filter(new Locator.FilterOptions().setHasText("3"))
                    .first()
                    .waitFor(gone());
            page.locator(".picture img").scrollIntoViewIfNeeded();
            page.waitForFunction("() => document.querySelector('.picture img').naturalWidth === 320");
            page.waitForFunction("""
                    () => { const sound = document.querySelector('audio'); sound.preload = 'metadata';
                      return sound.readyState > 0 && !sound.error; }""");
            pages.judgeAlone(page, "thread", "ar");
            inTheDark(page, "thread in the dark");
            isSaidToWrite(page);
            replies(page);
            showsAPicture(page);
            isTold(page);
            showsWhatIsSaidAndWhereToAnswer(page);
            keepsWords(page);
            page.locator("#inbox-head h1 a").click();
            page.locator(".customer .list").waitFor();
            pages.judgeAlone(page, "customer", "ar");
            Chromium.resize(page, 1280);
            pages.judgeAlone(page, "three panes", "ar");
            inTheDark(page, "three panes in the dark");
            isWorkedByKeys(page);
            closes(page);
            assertThat(chromium.complaints()).allMatch(said -> said.contains("ERR_FAILED"));
        }
    }

    /** At once: the head is a line, and all that one seldom does is behind one tap. */
    private void showsWhatIsSaidAndWhereToAnswer(Page page) {
        assertThat(bottom(page, "#inbox-head")).isLessThan(120);
        assertThat(bottom(page, ".line:last-child")).isLessThan(bottom(page, "#text"));
        assertThat(bottom(page, "#text")).isLessThan(844);
        page.locator("#inbox-head summary").first().click();
        page.locator("#inbox-head form[action$='/resolve']").last().waitFor();
        pages.lookHere(page, "more of a thread", "ar");
        page.keyboard().press("Escape");
    }

    private static double bottom(Page page, String part) {
        return ((Number) page.locator(part).evaluate("one => one.getBoundingClientRect().bottom")).doubleValue();
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    /** Who begins to write is told at once who else looks, and they who writes. */
    private void isSaidToWrite(Page page) {
        assertThat(page.locator(".presence").isVisible()).isFalse();
        var colleague = Staff.of(api, shop, "store.conversations.view");
        var there = "/app/inbox/" + talk;
        assertThat(colleague.opens(there).text()).contains("مفتوح أيضاً عند").doesNotContain("قيد كتابة رد");
        page.waitForResponse(
                answer -> Objects.requireNonNullElse(answer.request().postData(), "")
                        .contains("doing=writing"),
                () -> page.locator("#text").pressSequentially("ه"));
        page.locator(".presence").getByText("سارة كريم").waitFor();
        pages.lookHere(page, "with a colleague", "ar");
        assertThat(colleague.opens(there).text()).contains("قيد كتابة رد");
        page.locator("#text").fill("");
    }

    /** One tap on a canned reply and one on send; the page stays. */
    private void replies(Page page) {
        page.evaluate("() => { window.stays = true; }");
        page.locator("#text").pressSequentially("/توص");
        page.locator("#canned li:not([hidden]) a").click();
        assertThat(page.locator("#text").inputValue()).isEqualTo("نوصل خلال يومين {name}");
        page.locator(".composer .main").click();
        page.locator(".ours").getByText("نوصل خلال يومين زينب").waitFor();
        assertThat(page.locator("#text").inputValue()).isEmpty();
        assertThat(chat.sent()).containsExactly("نوصل خلال يومين زينب");
    }

    private void inTheDark(Page page, String state) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        pages.judgeAlone(page, state, "ar");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void showsAPicture(Page page) {
        page.locator("#file").setInputFiles(new FilePayload("rose.png", "image/png", picture()));
        page.locator("[data-attached]:not([hidden])").waitFor();
        page.locator(".composer .main").click();
        page.locator(".ours .picture img").waitFor();
        assertThat(chat.pictures()).hasSize(1);
        assertThat(page.evaluate("() => window.stays")).isEqualTo(true);
    }

    private void isTold(Page page) {
        page.locator("#text").fill("أكتب وأنت");
        chat.writes(phone, "زينب", "وين وصلتوا؟");
        page.locator(".theirs").getByText("وين وصلتوا؟").waitFor();
        assertThat(page.locator("#text").inputValue()).isEqualTo("أكتب وأنت");
        assertThat(page.evaluate("() => window.stays")).isEqualTo(true);
    }

    /** Without a network it is said so, and every word is there, also after the page was loaded anew. */
    private void keepsWords(Page page) {
        page.route("**/reply*", Route::abort);
        page.locator(".composer .main").click();
        page.locator("[data-failed]:not([hidden])").waitFor();
        assertThat(page.locator("#text").inputValue()).isEqualTo("أكتب وأنت");
        page.unroute("**/reply*");
        page.reload();
        assertThat(page.locator("#text").inputValue()).isEqualTo("أكتب وأنت");
    }

    /** By their place on the keyboard: on an Arabic layout R is ق. A scanner has these letters too, and means none of them. */
    private static void isWorkedByKeys(Page page) {
        var before = page.locator("#text").inputValue();
        page.locator(".lines").focus();
        page.evaluate("""
                () => { for (const letter of "RNJRK7") {
                  document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
                      { code: letter === "7" ? "Digit7" : "Key" + letter, bubbles: true, cancelable: true }));
                } return new Promise((done) => setTimeout(done, 200)); }""");
        assertThat(page.evaluate("() => document.activeElement.matches('.lines')"))
                .isEqualTo(true);
        assertThat(page.locator("#text").inputValue()).isEqualTo(before);
        press(page, "ق", "KeyR", "document.activeElement.id === 'text'");
        press(page, "ى", "KeyN", "document.activeElement.id === 'note'");
        press(page, "ت", "KeyJ", "document.activeElement.matches('.talks a')");
        switchesKeys(page, false);
        press(page, "ق", "KeyR", "new Promise((done) => setTimeout(() => done(true), 200))");
        assertThat(page.evaluate("() => document.activeElement.matches('.lines')"))
                .isEqualTo(true);
        switchesKeys(page, true);
    }

    private static void switchesKeys(Page page, boolean on) {
        page.evaluate(
                "on => { const keys = document.querySelector('[data-keys-on]'); keys.checked = on;"
                        + " keys.dispatchEvent(new Event('change')); }",
                on);
    }

    private static void press(Page page, String key, String code, String becomes) {
        page.locator(".lines").focus();
        page.evaluate("""
                ([key, code]) => document.activeElement.dispatchEvent(
                    new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }))""", List.of(key, code));
        page.waitForFunction("() => " + becomes);
    }

    /** The composer gives way, and what stood in it stays to be read; it comes back whole, picture and all. */
    private void closes(Page page) {
        page.locator("#text").fill("فات الوقت");
        page.locator("#file").setInputFiles(new FilePayload("rose.png", "image/png", picture()));
        chat.windowEnds(talk, Instant.now().minusSeconds(5));
        well(shop.owner()
                .post(
                        Api.STAFF + "/social/conversations/" + talk + "/labels",
                        Api.object().set("labels", Api.object().putArray("x").add("VIP"))));
        page.locator(".shut").waitFor();
        assertThat(page.locator("#inbox-kept textarea").inputValue()).isEqualTo("فات الوقت");
        pages.judgeAlone(page, "closed", "ar");
        chat.writes(phone, "زينب", "وهسه؟");
        page.locator("[data-attached]:not([hidden])").getByText("rose.png").waitFor();
        assertThat(page.locator("#text").inputValue()).isEqualTo("فات الوقت");
        assertThat(page.evaluate("() => document.getElementById('file').form.elements.file.files.length"))
                .isEqualTo(1);
    }

    /** A proxy answers while Sendy starts anew, and nobody has a stream who is signed out elsewhere: by either it ends. */
    @Test
    void it_is_live_again_after_somebody_else_answered_and_ends_with_its_session() {
        var owner = Visitor.of(api, shop);
        try (var page = chromium.page(390, Reader.of("ar"))) {
            owner.entersBy(page);
            page.route(
                    "**/app/inbox/stream",
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(502)),
                    new Page.RouteOptions().setTimes(1));
            page.navigate("/app/inbox");
            page.locator(".talks").waitFor();
            chat.writes(CustomerChat.newPhone(), "مريم", "مفتوحين؟");
            page.locator(".talks").getByText("مفتوحين؟").waitFor();
            owner.sends("/app/sign-out", Map.of("_csrf", owner.opens("/app").token()));
            page.waitForURL("**/app/sign-in?next=**");
            assertThat(chromium.complaints())
                    .allMatch(said -> said.contains("status of 502") || said.contains("status of 404"));
        }
    }

    @Test
    void it_fits_in_the_other_languages_too() {
        for (var language : List.of("en", "ckb")) {
            try (var page = signsIn(390, language)) {
                page.navigate("/app/inbox/" + talk + "?tab=all");
                page.locator(".lines").waitFor();
                pages.look(page, "thread", language);
                assertThat(chromium.complaints()).isEmpty();
            }
        }
    }
}
