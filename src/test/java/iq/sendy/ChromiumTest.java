package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import iq.sendy.Chromium.Reader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers follow one another in a window, and know nothing of one another. */
@Tag("pages")
class ChromiumTest {

    private static final String KEPT = """
            async () => [document.cookie, Object.keys(localStorage).join(), Object.keys(sessionStorage).join(),
              (await indexedDB.databases()).map((one) => one.name).join(), (await caches.keys()).join(), window.name,
              history.length]""";

    private static final String KEEPS = """
            async () => { document.cookie = "a=1"; localStorage.a = "1"; sessionStorage.a = "1"; window.name = "a";
              await caches.open("a"); history.pushState({}, "", "/b");
              await new Promise((done) => { indexedDB.open("a").onsuccess = done; }); }""";

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_reader_finds_nothing_of_the_one_before() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/kept.js")) {
                asked.incrementAndGet();
            }
            var page = exchange.getRequestURI().getPath().equals("/page") ? "<script src=/kept.js></script>" : "";
            exchange.getResponseHeaders().set("Content-Type", page.isEmpty() ? "text/javascript" : "text/html");
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=31536000, immutable");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(page.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        try (var chromium =
                new Chromium("http://127.0.0.1:" + server.getAddress().getPort())) {
            Object fresh;
            try (var first = chromium.page(390, Reader.ANYBODY)) {
                first.navigate("/page");
                fresh = first.evaluate(KEPT);
                first.evaluate(KEEPS);
                assertThat(first.evaluate(KEPT)).isNotEqualTo(fresh);
                first.navigate("/page");
            }
            assertThat(asked).hasValue(1);
            try (var second = chromium.page(390, Reader.ANYBODY);
                    var beside = chromium.page(390, Reader.ANYBODY)) {
                second.navigate("/page");
                assertThat(second.evaluate(KEPT)).isEqualTo(fresh);
                second.evaluate(KEEPS);
                beside.navigate("/page");
                assertThat(beside.evaluate(KEPT)).isEqualTo(fresh);
            }
            assertThat(asked).hasValue(3);
            assertThat(chromium.complaints()).isEmpty();
        } finally {
            server.stop(0);
        }
    }
}
