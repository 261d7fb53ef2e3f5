package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import iq.sendy.Chromium.Reader;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What axe was asked once is not asked again, and what is not quite the same is. */
@Tag("pages")
@Scenario
class BarriersTest {

    private static final String WHOLE = """
            <!doctype html><html lang="en"><head><title>Roses</title></head><body><main>
            <h1>Roses</h1>
            <ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li><li><a href="/3">Three</a></li></ul>
            <div id="tip">Red or white</div>
            <label for="name">Name</label><input id="name" aria-describedby="tip">
            <p style="color: #333">Fresh <img src="data:," alt="A rose"></p>
            <div style="height: 300px; overflow: auto"><p>Long</p></div>
            <div hidden><button></button></div><button>Send</button>
            </main></body></html>""";

    /** What is changed, into what, and what axe says to it. */
    private static final Map<String, Map.Entry<String, String>> CHANGES = Map.ofEntries(
            Map.entry("<title>Roses</title>", Map.entry("", "document-title")),
            Map.entry(" lang=\"en\"", Map.entry("", "html-has-lang")),
            Map.entry("Three", Map.entry("", "link-name")),
            Map.entry("<li><a href=\"/3\">Three</a></li>", Map.entry("<b>Three</b>", "list")),
            Map.entry("for=\"name\"", Map.entry("for=\"nobody\"", "label")),
            Map.entry(">Name<", Map.entry("><", "label")),
            Map.entry("#333", Map.entry("#ccc", "color-contrast")),
            Map.entry("<main>", Map.entry("<main style=\"background: #444\">", "color-contrast")),
            Map.entry(" alt=\"A rose\"", Map.entry("", "image-alt")),
            Map.entry("height: 300px", Map.entry("height: 9px", "scrollable-region-focusable")),
            Map.entry("<div hidden>", Map.entry("<div>", "button-name")),
            Map.entry("Send", Map.entry("<a href=\"/4\">Send</a>", "nested-interactive")));

    @Autowired
    Api api;

    @Test
    void a_part_is_judged_unless_one_of_its_kind_was() {
        try (var chromium = new Chromium(api.base());
                var page = chromium.page(390, Reader.ANYBODY)) {
            assertThat(Chromium.barriers(opened(page, WHOLE))).isEmpty();
            assertThat(wasAsked(page)).isTrue();
            var longer =
                    WHOLE.replace("<li><a href=\"/2\">Two</a></li>", "<li><a href=\"/2\">Two, too</a></li>".repeat(9));
            assertThat(Chromium.barriers(opened(page, longer))).isEmpty();
            assertThat(wasAsked(page)).isFalse();
            CHANGES.forEach((from, change) -> {
                assertThat(WHOLE).contains(from);
                assertThat(Chromium.barriers(opened(page, WHOLE.replace(from, change.getKey()))))
                        .as(from)
                        .asString()
                        .contains(change.getValue());
            });
        }
    }

    private static Page opened(Page page, String html) {
        page.route(
                "**/written",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("text/html").setBody(html)));
        page.navigate("/written");
        return page;
    }

    private static boolean wasAsked(Page page) {
        return Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"));
    }
}
