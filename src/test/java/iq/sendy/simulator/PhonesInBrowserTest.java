package iq.sendy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.meta.ChannelType;
import iq.sendy.simulator.ChatLine.ChatButton;
import iq.sendy.simulator.ChatLine.ChatContent;
import iq.sendy.simulator.SimulatedPhones.PhoneDeed;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The phones in a browser, on a phone and on a desk, in three languages, with scripts and without. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhonesInBrowserTest {

    @Autowired
    Api api;

    @Autowired
    SimulatedPhones phones;

    @Autowired
    ShopMessages shops;

    @Autowired
    SimulatedAccounts accounts;

    @Autowired
    Backstage backstage;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("phones");

    @BeforeAll
    void talk() {
        chromium = new Chromium(api.base());
        for (var type : ChannelType.values()) {
            SimulatedShop.silence(backstage, accounts.of(type));
            phones.act(type, SimulatedCustomer.ALI, new PhoneDeed.Write("هلو، شلون سعر باقة الجوري الكبيرة؟ 🌹", null));
            phones.act(
                    type,
                    SimulatedCustomer.ALI,
                    new PhoneDeed.Write(
                            "https://example.test/a/very/long/address/that/has/no/blank/in/it?and=a-query-behind-it",
                            null));
            shop(type, ChatContent.text("أهلًا علي، الباقة 45,000 د.ع والتوصيل 5,000 داخل بغداد."));
            shop(
                    type,
                    ChatContent.buttons(
                            "نأكد الطلب؟",
                            List.of(new ChatButton("yes", "تأكيد الطلب"), new ChatButton("no", "لا، شكرًا"))));
            phones.act(type, SimulatedCustomer.ALI, new PhoneDeed.SendPlace());
        }
        shop(ChannelType.WHATSAPP, ChatContent.buttons("شارك رقمك", List.of(new ChatButton(WhatsAppSends.SHARE, ""))));
    }

    private String shop(ChannelType type, ChatContent content) {
        return shops.accept(accounts.of(type), SimulatedCustomer.ALI, content, null)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"390,ar", "1280,ckb", "390,en"})
    void every_page_fits_and_keeps_nobody_out(int width, String language) {
        try (var page = chromium.page(width, Reader.of(language))) {
            for (var path : List.of("", "/whatsapp/ali", "/instagram/ali", "/whatsapp/dilnia")) {
                page.navigate("/simulator" + path);
                pages.judge(page, "phones" + path, language);
            }
            page.navigate("/simulator/instagram/ali");
            page.locator(".out .more summary").first().click();
            pages.judge(page, "choices", language);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void a_phone_without_scripts_writes_reacts_changes_and_sends_a_picture() {
        try (var page = chromium.page(390, new Reader("en", false))) {
            page.navigate("/simulator/instagram/shilan");
            page.locator("#text").fill("چەندە نرخی؟");
            page.locator(".write button").click();
            page.waitForCondition(
                    () -> page.locator(".out .text").last().innerText().equals("چەندە نرخی؟"));
            page.locator(".out .more summary").last().click();
            page.locator(".out .choices button").last().click();
            page.waitForCondition(() -> page.locator(".out").last().innerText().contains("Taken back"));
            var file = new com.microsoft.playwright.options.FilePayload(
                    "a.png", "image/png", java.util.Base64.getDecoder().decode(DOT));
            page.locator("#file").setInputFiles(file);
            page.locator(".picture button").click();
            assertThat(page.locator(".out img").last().getAttribute("src")).startsWith("data:image/png;base64,");
            page.locator(".fault button").nth(1).click();
            assertThat(page.locator(".pending").innerText()).contains("131047");
            chromium.complaints();
        }
    }

    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    @Test
    void what_the_shop_answers_comes_by_itself() {
        try (var page = chromium.page(390, Reader.of("ar"))) {
            page.navigate("/simulator/whatsapp/ali");
            page.locator(".lines").waitFor();
            var id = shop(ChannelType.WHATSAPP, ChatContent.text("صار، نوصلها اليوم العصر"));
            page.getByText("صار، نوصلها اليوم العصر").waitFor();
            assertThat(id).startsWith("wamid.");
            chromium.complaints();
        }
    }
}
