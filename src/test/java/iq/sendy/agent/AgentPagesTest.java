package iq.sendy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import iq.sendy.Api;
import iq.sendy.Chromium;
import iq.sendy.Chromium.Reader;
import iq.sendy.PageJudge;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.World.Backstage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of what the agent did, in a browser, on a phone and on a desk, in three languages. */
@Tag("pages")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentPagesTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @AutoClose
    private Chromium chromium;

    @AutoClose
    private final PageJudge pages = new PageJudge("agent");

    private Shop shop;
    private AgentPast past;
    private String done;
    private String draft;
    private String dead;

    @BeforeAll
    void start() {
        chromium = new Chromium(api.base());
        shop = Shop.opens(api);
        past = new AgentPast(backstage, shop);
        done = past.job("Done", null, 9);
        past.step(done, 1, 1, "Guard", "claim", "clear", null);
        past.step(done, 1, 2, "ModelCall", "sandbox sandbox-1", "tool_calls", "{\"call\":1,\"inputTokens\":900}");
        past.step(done, 1, 3, "ToolCall", "search_products", "told", "{\"products\":3}");
        past.step(done, 1, 4, "Gate", "reply", "passed", null);
        past.step(done, 1, 5, "Send", "reply", "queued", "{\"parts\":1}");
        past.job("HandedOff", "asked_for_person", 8);
        dead = past.job("Dead", "HTTP 529", 7);
        past.job("Skipped", "taken_over", 6);
        draft = past.draft("عدنا جوري أحمر وأبيض، الباقة بـ٢٥ ألف 🌹", 5);
    }

    private Page signsIn(int width, String language) {
        var page = chromium.page(width, Reader.of(language));
        Visitor.of(api, shop).entersBy(page);
        return page;
    }

    @ParameterizedTest
    @CsvSource({"390,ar", "1280,ckb", "390,en"})
    void every_page_fits_and_keeps_nobody_out(int width, String language) {
        try (var page = signsIn(width, language)) {
            page.navigate("/app/more");
            page.locator("main a[href='/app/agent']").click();
            page.waitForURL("**/app/agent");
            assertThat(page.locator(".log li").count()).isEqualTo(5);
            pages.judge(page, "agent", language);
            page.locator("a[href='/app/agent/" + done + "']").click();
            page.waitForURL("**/" + done);
            assertThat(page.locator(".steps li").count()).isEqualTo(5);
            pages.judge(page, "agent-job", language);
            page.navigate("/app/agent/" + draft);
            assertThat(page.locator(".ours").innerText()).contains("٢٥ ألف");
            pages.judge(page, "agent-draft", language);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void jobs_are_found_by_their_state_and_nothing_that_is_typed_breaks_the_page() {
        try (var page = signsIn(390, "en")) {
            page.navigate("/app/agent");
            page.locator("#state").selectOption("Dead");
            page.locator(".filters button").click();
            page.waitForURL("**state=Dead**");
            assertThat(page.locator(".log li").count()).isEqualTo(1);
            assertThat(page.locator(".log .code").first().innerText()).isEqualTo("HTTP 529");
            page.navigate("/app/agent?state=%22%3Cb&channel=x%22%3E&page=-9");
            assertThat(page.locator(".log li").count()).isEqualTo(5);
            page.navigate("/app/agent?page=2");
            assertThat(page.locator(".log li").count()).isZero();
            assertThat(page.locator("a[rel=prev]").count()).isEqualTo(1);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void a_draft_that_cannot_be_sent_says_so() {
        try (var page = signsIn(390, "ar")) {
            page.navigate("/app/agent/" + draft);
            page.locator("main form button").click();
            page.waitForURL("**said=gone");
            assertThat(page.locator("[role=status]").innerText()).contains("من قبل");
            pages.judgeAlone(page, "agent-draft-gone", "ar");
        }
    }

    @Test
    void what_is_dead_can_be_driven_again_and_nothing_else() {
        try (var page = signsIn(390, "ckb")) {
            page.navigate("/app/agent/" + done);
            assertThat(page.locator("main form").count()).isZero();
            page.navigate("/app/agent/" + dead);
            assertThat(page.locator("main form[action$=retry] button").count()).isEqualTo(1);
            pages.judgeAlone(page, "agent-dead", "ckb");
        }
    }
}
