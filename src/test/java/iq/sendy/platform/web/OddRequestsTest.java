package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.SilentLogs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that no honest client sends: never a 5xx, nothing read in two ways, and nothing of theirs in the log. */
@Scenario
class OddRequestsTest {

    private static final List<String> PATHS = List.of(
            "/api/v1/address-reference/provinces",
            "/api/v1/store/orders",
            "/api/v1/store/integrations/orders",
            "/api/v1/admin/stores",
            "/api/v1/auth/login",
            "/api/v1/auth/me",
            "/nothing",
            "/docs",
            "/openapi.json",
            "/error");

    private static final String SECRET = "eyJhbGciOiJFUzI1NiJ9.whoever-reads-this-log";

    @Autowired
    Api api;

    static List<String> oddHeaders() {
        return List.of(
                "Accept-Language: " + many(11, i -> "a" + i, ","),
                "Accept-Language: " + many(1_500, _ -> "ar", ","),
                "Accept-Language: ar;q=abc,{ar,;;,*",
                "Accept-Language: " + "a".repeat(5_000),
                "Cookie: " + many(250, i -> "a" + i + "=b", "; "),
                "Cookie: =; ;;; a=\"b; \u0001=c",
                "Cookie: " + "c".repeat(8_000),
                many(150, i -> "X-H" + i + ": v", "\r\n"),
                "Content-Type: ;;;",
                "Content-Type: multipart/form-data",
                "Content-Type: multipart/form-data; boundary=" + "b".repeat(4_000),
                "Content-Type: application/json; charset=nothing-like-it",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=%",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: nothing",
                "Expect: nothing",
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAAA",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: YQ==",
                "Range: bytes=9-1,0-0,-0",
                "If-None-Match: \"",
                "If-Modified-Since: yesterday",
                "X-Forwarded-For: " + "1,".repeat(2_000),
                "X-HTTP-Method-Override: DELETE",
                "Origin: null\r\nAccess-Control-Request-Method: \u0007",
                "Authorization: Bearer " + "a".repeat(8_000),
                "X-API-Key: \u00ff",
                "Idempotency-Key: " + "k".repeat(5_000));
    }

    static List<String> oddQueries() {
        return List.of(
                many(1_500, i -> "a" + i, "&"),
                "%",
                "q=%ff",
                "&&&=&=",
                "page=" + "9".repeat(4_000),
                "w=%00",
                ";jsessionid=1");
    }

    @ParameterizedTest
    @MethodSource("oddHeaders")
    void odd_headers_are_never_our_fault(String header) {
        for (var path : PATHS) {
            for (var method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS")) {
                assertThat(answered(method + " " + path, header))
                        .as(method + " " + path + " " + header)
                        .isBetween(200, 499);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("oddQueries")
    void odd_queries_are_never_our_fault(String query) {
        for (var path : PATHS) {
            for (var method : List.of("GET", "POST", "DELETE")) {
                assertThat(answered(method + " " + path + "?" + query, "X: y"))
                        .as(method + " " + path + " " + query)
                        .isBetween(200, 499);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT x:443 HTTP/1.1\r\nHost: x:443",
                "GET /docs HTTP/3.0\r\nHost: x",
                "GET /docs HTTP/0.1\r\nHost: x",
                "BREW /docs HTTP/1.1\r\nHost: x",
                "GET * HTTP/1.1\r\nHost: x",
                "GET //docs HTTP/1.1\r\nHost: x",
                "GET http://x/docs HTTP/1.1\r\nHost: y",
                "GET /docs HTTP/1.1\r\nHost: x_y",
                "GET /docs HTTP/1.1\r\nHost: x\r\nHost: y",
                "GET /docs HTTP/1.0"
            })
    void odd_request_lines_are_never_our_fault(String head) {
        try (var wire = Wire.to(api.base())) {
            assertThat(wire.sends(head + "\r\nConnection: close\r\n\r\n").status())
                    .isBetween(200, 499);
        }
    }

    /** As a shell sends what was typed into it. */
    @ParameterizedTest
    @ValueSource(strings = {"/docs?q=وردة", "/وردة", "/docs?q=a<b"})
    void an_address_with_letters_that_no_address_has_is_told_to_encode_them(String address) {
        var bytes = new String(address.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (var wire = Wire.to(api.base());
                var odd = Wire.to(api.base())) {
            assertThat(wire.sends("GET " + bytes + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .rest())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"request.malformed\"", "percent-encode");
            assertThat(odd.sends("GET /docs HTTP/1.1\r\nHost: {\r\nConnection: close\r\n\r\n")
                            .rest())
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("percent-encode");
        }
    }

    @Test
    void whoever_speaks_eleven_languages_is_served() {
        var languages = api.withHeader("Accept-Language", many(11, i -> "a" + i, ","));
        assertThat(languages.get("/api/v1/address-reference/provinces").status())
                .isEqualTo(200);
        assertThat(languages.get("/docs").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A line that ends with LF alone, in each place of the head.
                "GET /docs HTTP/1.1\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /docs HTTP/1.1\r\nHost: x\nConnection: close\r\n\r\n",
                "GET /docs HTTP/1.1\r\nHost: x\r\nConnection: close\n\r\n",
                "GET /docs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\n",
                "\nGET /docs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                // A header that goes on in the next line.
                "GET /docs HTTP/1.1\r\nHost: x\r\nX-Long: a\r\n b\r\nConnection: close\r\n\r\n",
                "GET /docs HTTP/1.1\r\nHost: x\r\nX-Long: a\r\n\tb  \r\nConnection: close\r\n\r\n",
                "GET /docs HTTP/1.1\r\nHost: x\r\nX-Long:\r\n \r\nConnection: close\r\n\r\n",
                // Two lengths.
                "POST /docs HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /docs HTTP/1.1\r\nHost: x\r\ntransfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n",
                "POST /docs HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
                "POST /docs HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"
            })
    void a_head_that_can_be_read_in_two_ways_is_refused(String request) {
        try (var wire = Wire.to(api.base())) {
            var answer = wire.sends(request).rest();
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"request.malformed\"");
        }
    }

    @Test
    void a_second_request_on_the_connection_is_looked_at_as_well() {
        var folded = "GET /docs HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n";
        for (var body :
                List.of("Content-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")) {
            var honest = "POST /nothing HTTP/1.1\r\nHost: x\r\n" + body;
            try (var wire = Wire.to(api.base());
                    var hasty = Wire.to(api.base())) {
                assertThat(wire.sends(honest).status()).isEqualTo(404);
                assertThat(wire.sends(folded).rest()).contains("HTTP/1.1 400 ").doesNotContain("HTTP/1.1 200 ");
                assertThat(hasty.sends(honest + folded).rest())
                        .contains("HTTP/1.1 400 ")
                        .doesNotContain("HTTP/1.1 200 ");
            }
        }
    }

    /** They write what they cannot read once a day and process, so a test that only looks may come too late. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.coyote.AbstractProcessor",
                "org.apache.coyote.http11.Http11Processor",
                "org.apache.tomcat.util.http.parser.Cookie",
                "org.springframework.web.servlet.PageNotFound"
            })
    void those_who_write_down_what_they_cannot_read_are_silent(String name) {
        assertThat(LoggerFactory.getLogger(name).isInfoEnabled()).isFalse();
    }

    @Test
    void nothing_of_a_strangers_request_stands_in_the_log() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        for (var head : List.of(
                "GET /docs HTTP/1.1\r\nHost: x\r\nCookie: \"" + SECRET + "\u0001;{[",
                "GET /docs?<" + SECRET + " HTTP/1.1\r\nHost: x",
                "GET /{" + SECRET + "} HTTP/1.1\r\nHost: x",
                "GET /docs HTTP/1.1\r\nHost: {" + SECRET,
                "GET /docs HTTP/1.1\r\nHost: x\r\n" + SECRET + " x: y",
                "G{" + SECRET + " /docs HTTP/1.1\r\nHost: x",
                "GET /docs " + SECRET + "\r\nHost: x",
                "GET /" + SECRET + "%00 HTTP/1.1\r\nHost: x",
                "GET /docs?a=%" + SECRET + " HTTP/1.1\r\nHost: x",
                "CONNECT " + SECRET + ":443 HTTP/1.1\r\nHost: x",
                "GET /docs HTTP/9.9" + SECRET + "\r\nHost: x",
                "GET /docs HTTP/1.1\r\nHost: x\r\nContent-Type: " + SECRET)) {
            try (var wire = Wire.to(api.base())) {
                wire.sends(head + "\r\nConnection: close\r\n\r\n").rest();
            }
        }
        root.detachAppender(log);
        var lines = SilentLogs.heard(log);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).doesNotContain(SECRET);
            assertThat(ThrowableProxyUtil.asString(line.getThrowableProxy())).doesNotContain(SECRET);
            assertThat(String.valueOf(line.getKeyValuePairs())).doesNotContain(SECRET);
        });
        assertThat(lines).isNotEmpty();
    }

    private int answered(String target, String header) {
        try (var wire = Wire.to(api.base())) {
            return wire.sends(target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n")
                    .status();
        }
    }

    private static String many(int times, IntFunction<String> one, String between) {
        return IntStream.range(0, times).mapToObj(one).collect(Collectors.joining(between));
    }
}
