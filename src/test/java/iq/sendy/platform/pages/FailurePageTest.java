package iq.sendy.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Violation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What fails, as people see it. */
@Scenario
class FailurePageTest {

    @Autowired
    AnswerWriter writer;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|permission.missing|ar|لا تملك صلاحية store.orders.view، اطلبها من صاحب المتجر.",
                "403|permission.missing|en|Your role lacks the permission store.orders.view.",
                "403|store.suspended|ckb|ئەم فرۆشگایە ڕاگیراوە",
                "429|rate.exceeded|ar|انتظر 17 ثانية ثم حاول مرة أخرى.",
                "429|rate.exceeded|ckb|17 چرکە چاوەڕێ بکە",
                "500|server.error|ar|حدث خطأ لدينا",
                "503|server.busy|en|The system is busy",
                "503|commit.unknown|ckb|دڵنیا نییە ئەمە کرا یان نا",
                "409|order.closed|en|This request cannot be read"
            })
    void a_failure_has_its_status_and_its_words_in_the_readers_language(
            int status, String code, String language, String words) throws IOException {
        var violation = Violation.of(code, "store.orders.view");
        var headers = status == 429 ? Map.of("Retry-After", "17") : Map.<String, String>of();
        var request = new MockHttpServletRequest("GET", "/app");
        request.addHeader("Accept", "text/html");
        request.addHeader("Accept-Language", language);
        var response = new MockHttpServletResponse();

        writer.writeTrouble(
                request,
                response,
                new Answer<>(HttpStatus.valueOf(status), code, null, List.of(violation), headers),
                "cafe0123cafe0123");

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getHeader("Content-Language")).isEqualTo(language);
        assertThat(response.getHeader("Retry-After")).isEqualTo(headers.get("Retry-After"));
        assertThat(response.getContentAsString())
                .contains(words)
                .contains("<bdi class=\"code\" dir=\"ltr\">cafe0123cafe0123</bdi>");
    }

    @Test
    void below_the_api_it_is_the_envelope_whoever_asks() throws IOException {
        var request = new MockHttpServletRequest("GET", "/api/v1/store/orders");
        request.addHeader("Accept", "text/html");
        var response = new MockHttpServletResponse();

        writer.write(request, response, Answer.notFound());

        assertThat(response.getContentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|text/html;charset=UTF-8",
                "text/html;q=0.1, */*|text/html;charset=UTF-8",
                "application/json, text/html;q=0|application/json",
                "text/html; q=0.0|application/json"
            })
    void a_page_is_for_who_takes_one(String accept, String type) throws IOException {
        var request = new MockHttpServletRequest("GET", "/app");
        request.addHeader("Accept", accept);
        var response = new MockHttpServletResponse();

        writer.write(request, response, Answer.notFound());

        assertThat(response.getContentType()).isEqualTo(type);
    }
}
