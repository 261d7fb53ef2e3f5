package iq.sendy.platform.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever is refused is refused before the body: only the first byte of it is sent here, and the answer must come. */
@Scenario
class AnswerBeforeBodyTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "text/plain",
            "");

    /** One byte over the greatest body that any operation takes, and a small one that does not come. */
    private static final List<Long> LENGTHS = List.of((10L << 20) + 1, 100L);

    @Autowired
    Api api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private record Asked(String method, String path, String type, long length, String credential) {

        String head() {
            return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n"
                    + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                    + (credential.isEmpty() ? "" : credential + "\r\n") + "\r\n{";
        }
    }

    @Test
    void without_a_right_to_ask_nobody_is_listened_to() {
        var paths = new TreeMap<>(paths());
        paths.keySet().removeIf(path -> !path.startsWith("/api/v1/store") && !path.startsWith("/api/v1/admin"));
        paths.put("/api/v1/store/nothing-here", Set.of());
        paths.putIfAbsent("/api/v1/auth/me", Set.of("GET"));
        paths.putIfAbsent("/api/v1/auth/change-password", Set.of("POST"));
        var asked = new ArrayList<Asked>();
        paths.forEach((path, served) -> {
            var wrong = path.startsWith(Api.KEYS) ? "X-API-Key: sk_nobody.secret" : "Authorization: Bearer nobody";
            for (var method : METHODS) {
                for (var type : typesToAsk(served.contains(method), asked.size())) {
                    var i = asked.size();
                    asked.add(new Asked(method, path, type, LENGTHS.get(i % 2), i % 3 == 0 ? wrong : ""));
                }
            }
        });

        assertThat(asked).hasSizeGreaterThan(2_000);
        assertThat(asked.stream().map(one -> one.method() + " " + one.type()).distinct())
                .hasSize(METHODS.size() * TYPES.size());
        assertThat(wrongly(asked, Set.of(401))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/x", "/", "/docs", "/openapi.json", "/error", "/api/v1/address-reference/provinces"
            })
    void where_nobody_reads_a_body_none_is_waited_for(String path) {
        var asked = new ArrayList<Asked>();
        for (var method : METHODS) {
            for (var type : TYPES) {
                for (var length : LENGTHS) {
                    asked.add(new Asked(method, path, type, length, ""));
                }
            }
        }
        assertThat(wrongly(asked, Set.of(200, 404, 405))).isEmpty();
    }

    @Test
    void a_body_of_another_type_or_too_long_is_not_waited_for_by_those_who_would_read_it() {
        var shop = Shop.opens(api);
        var key = "X-API-Key: " + shop.mints("orders:write", "catalog:write");
        var asked = new ArrayList<Asked>();
        for (var path : List.of("/api/v1/auth/login", "/api/v1/auth/register", Api.KEYS + "/orders")) {
            var credential = path.startsWith(Api.KEYS) ? key : "";
            for (var type : TYPES) {
                asked.add(new Asked("POST", path, type, (1L << 20) + 1, credential));
                if (!type.equals("application/json")) {
                    asked.add(new Asked("POST", path, type, 100, credential));
                }
            }
        }
        for (var type : TYPES) {
            asked.add(new Asked("POST", Api.KEYS + "/orders/bulk", type, (10L << 20) + 1, key));
            asked.add(new Asked("POST", Api.KEYS + "/uploads/images", type, (12L << 20) + 1, key));
            asked.add(new Asked("POST", Api.KEYS + "/customers", type, (1L << 20) + 1, key));
        }
        assertThat(wrongly(asked, Set.of(403, 404, 405, 413, 415))).isEmpty();
    }

    @Test
    void a_form_of_seven_hundred_megabytes_is_not_read() {
        try (var wire = Wire.to(api.base())) {
            wire.sends(new Asked("PUT", "/x", "application/x-www-form-urlencoded", 700L << 20, "").head());
            assertThat(wire.rest()).startsWith("HTTP/1.1 404 ");
        }
    }

    /** Who serves a method might read any type; where nobody does, one path's type is as good as the next one's. */
    private static List<String> typesToAsk(boolean served, int turn) {
        return served ? TYPES : List.of(TYPES.get(turn % TYPES.size()));
    }

    /** Every path of the application, with a word where an id stands, and the methods that are served there. */
    private Map<String, Set<String>> paths() {
        var paths = new HashMap<String, Set<String>>();
        for (var route : routes.getHandlerMethods().keySet()) {
            var methods = route.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .collect(toCollection(TreeSet::new));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            for (var pattern : route.getPatternValues()) {
                paths.computeIfAbsent(pattern.replaceAll("\\{[^}]*}", "x"), _ -> new TreeSet<>())
                        .addAll(methods.isEmpty() ? METHODS : methods);
            }
        }
        return paths;
    }

    private List<String> wrongly(List<Asked> asked, Set<Integer> expected) {
        var some = new Semaphore(64);
        return Shop.atOnce(asked.size(), i -> {
                    some.acquireUninterruptibly();
                    try (var wire = Wire.to(api.base())) {
                        var status = wire.sends(asked.get(i).head()).status();
                        return expected.contains(status) || free(asked.get(i), status)
                                ? ""
                                : status + " " + asked.get(i);
                    } finally {
                        some.release();
                    }
                })
                .stream()
                .filter(wrong -> !wrong.isEmpty())
                .toList();
    }

    /** To ask what is possible needs no credential. */
    private static boolean free(Asked asked, int status) {
        return asked.method().equals("OPTIONS") && (status == 200 || status == 404);
    }
}
