package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What an operator reads of those who were turned away, and of nobody else. */
@Scenario
class RequestLogTest {

    @Autowired
    Api api;

    @Test
    void who_guesses_is_there_with_path_and_address() {
        var guess = logged(() -> api.withKey("k.guess").get(Api.KEYS + "/orders?phone=07701234567"));
        assertThat(guess)
                .containsEntry("route", "-")
                .containsEntry("status", "401")
                .containsEntry("path", "/api/v1/store/integrations/orders")
                .containsEntry("address", "127.0.0.1");

        var signIn = logged(() -> api.post(
                "/api/v1/auth/login", Api.object().put("phone", "07709999999").put("password", "a-guess-in-the-dark")));
        assertThat(signIn)
                .containsEntry("route", "/api/v1/auth/login")
                .containsEntry("status", "401")
                .containsEntry("path", "/api/v1/auth/login")
                .containsEntry("address", "127.0.0.1");
    }

    @Test
    void of_a_path_only_our_own_words_are_shown() {
        assertThat(logged(() -> api.get("/api/v1/nothing/07701234567?token=secret")))
                .containsEntry("status", "404")
                .containsEntry("path", "/api/v1/*/*")
                .containsEntry("address", "127.0.0.1");
        assertThat(logged(() -> api.get("/wp-login.php"))).containsEntry("path", "/*");
        assertThat(logged(() -> api.get(Api.STAFF + "/orders/0770%2F1234567")))
                .containsEntry("path", "/api/v1/store/orders/*");
        assertThat(logged(() -> api.get("/docs/api".repeat(200))).get("path"))
                .hasSizeLessThan(100)
                .endsWith("/...");
    }

    @Test
    void who_is_served_leaves_neither() {
        var shop = Shop.opens(api);
        var id = shop.placesOne();
        assertThat(logged(() -> shop.key().get(Api.KEYS + "/orders/" + id)))
                .containsEntry("status", "200")
                .containsEntry("store", shop.storeId())
                .doesNotContainKeys("path", "address");
        assertThat(logged(() -> shop.key().get(Api.KEYS + "/orders/nothing")))
                .containsEntry("status", "404")
                .doesNotContainKeys("path", "address");
    }

    @Test
    void who_lacks_a_right_is_there_with_both() {
        var shop = Shop.opens(api);
        var key = api.withKey(shop.mints("catalog:read"));
        assertThat(logged(() -> key.get(Api.KEYS + "/orders")))
                .containsEntry("status", "403")
                .containsEntry("path", "/api/v1/store/integrations/orders")
                .containsEntry("address", "127.0.0.1")
                .containsEntry("store", shop.storeId());
    }

    @Test
    void what_cannot_be_read_leaves_its_address_alone() {
        var lines = listened(
                () -> {
                    try (var wire = Wire.to(api.base())) {
                        wire.sends("GET /{secret} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .rest();
                    }
                },
                line -> line.getMessage().equals("unreadable request"));

        assertThat(lines)
                .containsEntry("status", "400")
                .containsEntry("address", "127.0.0.1")
                .doesNotContainKey("path");
    }

    /** The line of one request, found by its trace. */
    private static Map<String, String> logged(Supplier<Api.Reply> request) {
        var trace = new AtomicReference<>("");
        return listened(
                () -> trace.set(request.get().header("X-Trace-Id")),
                line -> trace.get().equals(line.getMDCPropertyMap().get("traceId")));
    }

    /** It is written when the answer has been sent, so that the answer may be here first. */
    private static Map<String, String> listened(Runnable request, Predicate<ILoggingEvent> wanted) {
        var log = new CopyOnWriteArrayList<ILoggingEvent>();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent line) {
                line.prepareForDeferredProcessing();
                log.add(line);
            }
        };
        appender.start();
        var requests = (Logger) LoggerFactory.getLogger("iq.sendy.requests");
        requests.addAppender(appender);
        try {
            request.run();
            Waiting.until("it is logged", () -> log.stream().anyMatch(wanted));
        } finally {
            requests.detachAppender(appender);
        }
        var line = new TreeMap<String, String>();
        log.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow()
                .getKeyValuePairs()
                .forEach(pair -> line.put(pair.key, String.valueOf(pair.value)));
        return line;
    }
}
