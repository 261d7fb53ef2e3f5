package iq.sendy.apidocs.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages at /docs as they are sent: whole, strict, light, and the same operations as in the document. */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern MARK = Pattern.compile("\\sid=\"([^\"]+)\"");

    /** A phone on a slow line has this in the first second. */
    private static final int LIGHT = 30_000;

    @Autowired
    Api api;

    /** Two tests go through all pages, and most operations have two doors and one page. */
    private final Map<String, Api.Reply> pages = new HashMap<>();

    private Api.Reply page(String path) {
        return pages.computeIfAbsent(path, api::get);
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Test
    void every_operation_and_event_of_the_document_has_a_page_that_the_lists_lead_to() {
        var document = api.get("/openapi.json").json();
        var index = found(LINK, api.get("/docs").text());
        var operations = 0;
        for (var path : document.get("paths").propertyStream().toList()) {
            for (var operation : path.getValue()) {
                var id = operation.get("operationId").stringValue().replaceFirst("ByKey$", "");
                assertThat(index).contains("/docs/" + id);
                assertThat(text("/docs/" + id))
                        .contains(path.getKey(), operation.get("summary").stringValue())
                        .contains(operation.get("description").stringValue());
                operations++;
            }
        }
        assertThat(operations).isGreaterThan(150);
        var events = found(LINK, api.get("/docs/events").text());
        assertThat(document.get("webhooks").propertyNames()).isNotEmpty().allSatisfy(type -> {
            assertThat(events).contains("/docs/events/" + type);
            assertThat(text("/docs/events/" + type)).contains("event_id");
        });
    }

    @Test
    void a_page_names_every_field_and_every_refusal_of_its_operation() {
        var page = text("/docs/placeOrder");
        var document = api.get("/openapi.json").json();
        assertThat(document.at("/components/schemas/OrderInput/properties").propertyNames())
                .isNotEmpty()
                .allMatch(page::contains);
        assertThat(document.at("/components/schemas/Order/properties").propertyNames())
                .allMatch(page::contains);
        document.at("/paths/~1api~1v1~1store~1orders/post/responses").forEach(response -> {
            var refused = document.at(response.path("$ref").asString("/none").replaceFirst("^#", ""));
            assertThat(refused.at("/content/application~1json/examples").propertyNames())
                    .allMatch(page::contains);
        });
        assertThat(page).contains("scope.missing", "permission.missing", "orders:write", "store.orders.manage");
    }

    /** As a reader sees it. */
    private String text(String path) {
        var page = page(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.text()
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Test
    void every_link_of_every_page_leads_somewhere() {
        var seen = new TreeSet<String>();
        var next = List.of("/docs");
        while (!next.isEmpty()) {
            var links = new TreeSet<String>();
            for (var path : next) {
                var page = page(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                if (!page.header("Content-Type").startsWith("text/html")) {
                    continue;
                }
                var marks = found(MARK, page.text());
                assertThat(marks).as(path).doesNotHaveDuplicates();
                for (var link : found(LINK, page.text())) {
                    assertThat(link).as(path).matches("[/#].*");
                    if (link.startsWith("#")) {
                        assertThat(marks).as(path).contains(link.substring(1));
                    } else {
                        links.add(link.replaceFirst("#.*", ""));
                    }
                }
            }
            links.removeAll(seen);
            seen.addAll(links);
            next = List.copyOf(links);
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    @Test
    void the_pages_come_from_here_under_a_strict_policy() {
        for (var path : List.of("/docs", "/docs/placeOrder", "/docs/events", "/docs/events/order.created")) {
            var page = api.get(path);
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe")
                    .doesNotContain("http")
                    .doesNotContain("*");
            assertThat(page.text())
                    .doesNotContain(" style=", "javascript:", "<style", "http-equiv")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("<script(?! src=)")
                    .doesNotContain(" th:");
        }
        assertThat(api.get("/docs/nothing").status()).isEqualTo(404);
        assertThat(api.get("/docs/events/nothing").status()).isEqualTo(404);
        assertThat(api.get("/docs/assets/parts.html").status()).isEqualTo(404);
    }

    @Test
    void a_page_is_packed_kept_and_asked_for_again() {
        for (var path : List.of("/docs", "/docs/placeOrder", "/docs/assets/docs.js")) {
            var reader = api.withHeader("Accept-Encoding", "gzip");
            var first = reader.get(path);
            assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(first.header("Vary")).contains("Accept-Encoding");
            var again = reader.withHeader("If-None-Match", first.header("ETag")).get(path);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.bytes()).isEmpty();
        }
    }

    @Test
    void what_a_first_visit_loads_is_light() {
        var reader = api.withHeader("Accept-Encoding", "gzip");
        for (var path : List.of("/docs", "/docs/placeOrder")) {
            var all = reader.get(path).bytes().length;
            for (var file : List.of("docs.css", "docs.js", "sendy.svg")) {
                all += reader.get("/docs/assets/" + file).bytes().length;
            }
            assertThat(all).as(path).isLessThan(LIGHT);
        }
    }
}
