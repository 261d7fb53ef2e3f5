package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What every route has in common: contract section 16, doors and routes. */
@Scenario
class EdgeTest {

    @Autowired
    Api api;

    @Value("${local.management.port}")
    int managementPort;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/store/orders",
                "/api/v1/store/nothing-here",
                "/api/v1/store",
                "/api/v1/store/integrations/orders",
                "/api/v1/store/integrations/nothing-here",
                "/api/v1/%73tore/orders",
                "/api/v1/store/orders%2f",
                "/api/v1/admin/stores",
                "/api/v1/admin/nothing-here"
            })
    void without_a_credential_every_path_of_store_and_admin_is_401(String path) {
        var answer = api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.faults()).containsExactly("auth.required");
        assertThat(answer.header("WWW-Authenticate")).isNotEmpty();
    }

    @Test
    void a_door_reads_its_own_kind_of_credential_alone() {
        var shop = Shop.opens(api);
        assertThat(shop.key().get(Api.STAFF + "/orders").status()).isEqualTo(401);
        assertThat(shop.owner().get(Api.KEYS + "/orders").status()).isEqualTo(401);
        assertThat(shop.owner().get(Api.STAFF + "/orders").status()).isEqualTo(200);
        assertThat(shop.owner().get("/api/v1/%73tore/orders").status()).isEqualTo(200);
    }

    @Test
    void an_unknown_path_is_404_and_a_trailing_slash_makes_one() {
        var shop = Shop.opens(api);
        for (var path :
                List.of("/nothing", "/nothing/", "/orders/", "/orders%2f", "/orders;a=b", "/orders//", "/./orders")) {
            var answer = shop.owner().get(Api.STAFF + path);
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(404);
            assertThat(answer.faults()).containsExactly("route.not_found");
        }
        assertThat(api.get("/actuator/health").status()).isEqualTo(404);
        assertThat(api.get("/actuator").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%ff", "q=%zz", "q=%", "q=%2", "q=%C3%28", "page=1&q=%ff"})
    void a_parameter_that_is_no_text_is_a_bad_filter(String query) throws IOException {
        var key = Shop.opens(api).mints("orders:read");

        var answer = raw("GET " + Api.KEYS + "/orders?" + query
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: " + key + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"field\":\"q\",\"code\":\"filter.invalid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE", "TRACE", "PURGE"})
    void a_known_path_with_another_method_is_405_before_any_right_is_asked(String method) {
        var answer = api.withKey(Shop.opens(api).mints("catalog:read"))
                .send(method, Api.KEYS + "/orders", BodyPublishers.noBody(), false);
        assertThat(answer.status()).as(answer.text()).isEqualTo(405);
        assertThat(answer.faults()).containsExactly("method.not_allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void a_fixed_word_is_no_id_whatever_the_method() {
        var key = api.withKey(Shop.opens(api).mints("catalog:read"));
        var allowed = Map.of(
                "/orders/bulk", "OPTIONS, POST",
                "/orders/quote", "OPTIONS, POST",
                "/orders/export", "GET, HEAD, OPTIONS",
                "/orders/labels", "GET, HEAD, OPTIONS",
                "/catalog/products/import", "OPTIONS, POST",
                "/discounts/codes/validate", "GET, HEAD, OPTIONS",
                "/webhooks/event-types", "GET, HEAD, OPTIONS",
                "/cashier/pinned/reorder", "OPTIONS, PUT",
                "/cashier/sessions/open", "OPTIONS, POST");
        allowed.forEach((path, methods) -> {
            for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
                if (!methods.contains(method)) {
                    var answer = key.send(method, Api.KEYS + path, BodyPublishers.noBody(), false);
                    assertThat(answer.faults()).as(method + " " + path).containsExactly("method.not_allowed");
                    assertThat(answer.header("Allow")).as(method + " " + path).isEqualTo(methods);
                }
            }
            assertThat(key.send("OPTIONS", Api.KEYS + path, BodyPublishers.noBody(), false)
                            .header("Allow")
                            .split(","))
                    .as(path)
                    .containsExactlyInAnyOrder(methods.split(", "));
        });
    }

    @Test
    void head_is_get_without_the_body() {
        var owner = Shop.opens(api).owner();
        var got = owner.get(Api.STAFF + "/orders");
        var head = owner.send("HEAD", Api.STAFF + "/orders", BodyPublishers.noBody(), false);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(got.bytes().length));
    }

    @Test
    void options_needs_no_credential_and_sends_no_cors_headers() {
        var anywhere = api.withHeader("Access-Control-Request-Method", "POST")
                .withHeader("Origin", "https://elsewhere.example");
        for (var client : List.of(api, anywhere)) {
            var known = client.send("OPTIONS", Api.STAFF + "/orders", BodyPublishers.noBody(), false);
            assertThat(known.status()).as(known.text()).isEqualTo(200);
            assertThat(known.bytes()).isEmpty();
            assertThat(known.header("Allow"))
                    .contains("GET")
                    .contains("HEAD")
                    .contains("POST")
                    .contains("OPTIONS");
            assertThat(known.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
            var unknown = client.send("OPTIONS", Api.STAFF + "/nothing", BodyPublishers.noBody(), false);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.faults()).containsExactly("route.not_found");
            assertThat(unknown.header("Allow")).isEmpty();
        }
    }

    @Test
    void every_answer_has_the_secure_headers_and_a_trace_id() {
        for (var path : List.of("/nothing", "/api/v1/address-reference/provinces", "/docs", Api.STAFF + "/orders")) {
            var answer = api.get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).isNotEmpty();
            assertThat(answer.header("X-Trace-Id")).hasSize(16);
        }
    }

    @Test
    void what_the_container_refuses_is_answered_in_the_envelope() throws IOException {
        assertThat(raw("GET /a<b HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("request.malformed");
        assertThat(raw("GET /a/%00 HTTP/1.1\r\nHost: x\r\n\r\n")).contains("\"success\":false");
        assertThat(raw("GET /a HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400").contains("request.malformed");
        var header = "X-Long: " + "a".repeat(17_000) + "\r\n";
        assertThat(raw("GET /a HTTP/1.1\r\nHost: x\r\n" + header + "\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("request.malformed");
        assertThat(raw("GET /a?" + "q".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("request.malformed");
    }

    @Test
    void a_strange_name_in_the_query_is_ignored_like_any_unknown_one() {
        var owner = Shop.opens(api).owner();
        assertThat(owner.get(Api.STAFF + "/orders?a%00b=1&%0a=2&x=%00").status())
                .isEqualTo(200);
    }

    @Test
    void health_and_metrics_have_a_port_of_their_own() {
        var management = Api.at("http://127.0.0.1:" + managementPort);
        assertThat(management.get("/actuator/health/readiness").text()).contains("UP");
        assertThat(management.get("/actuator/health/liveness").text()).contains("UP");
        api.get("/api/v1/address-reference/provinces/BG/areas");
        api.get("/api/v1/nothing/07701234567");
        assertThat(management.get("/actuator/prometheus").text())
                .contains("uri=\"/api/v1/address-reference/provinces/{code}/areas\"")
                .doesNotContain("07701234567");
    }

    private String raw(String request) throws IOException {
        var base = URI.create(api.base());
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) Waiting.PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
