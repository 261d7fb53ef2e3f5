package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is at the address that the first line of the README names. */
@Scenario
class HomeTest {

    @Autowired
    Api api;

    @Test
    void a_person_is_shown_where_something_is_to_be_seen() {
        var browser = api.withHeader(
                "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8");
        var answer = browser.get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text()).contains("href=\"/docs\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Vary")).containsIgnoringCase("accept,");
        var head = browser.send("HEAD", "/", BodyPublishers.noBody(), false);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
    }

    @Test
    void a_program_is_told_what_this_is_and_where_its_document_is() {
        for (var program : new Api[] {api, api.withHeader("Accept", "*/*"), api.withHeader("Accept", "a/b")}) {
            var answer = program.get("/");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.data("name")).isEqualTo("Sendy");
            assertThat(api.get(answer.data("openapi")).json().get("openapi").stringValue())
                    .startsWith("3.1");
            assertThat(api.get(answer.data("documentation")).status()).isEqualTo(200);
        }
        assertThat(api.withHeader("Accept-Language", "ar").get("/").header("Content-Language"))
                .isEqualTo("ar");
    }

    @Test
    void nothing_else_is_there() {
        assertThat(api.post("/", "{}").status()).isEqualTo(405);
        assertThat(api.get("//").status()).isEqualTo(404);
    }
}
