package iq.sendy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;

/** Meta does not take one refusal for an answer, and neither does the simulator. */
class MetaDeliveriesTest {

    private static final MetaDelivery DELIVERY = new MetaDelivery(
            ChannelType.WHATSAPP, Bytes.of("{\"object\":\"x\"}".getBytes(StandardCharsets.UTF_8)), "sha256=00");

    @Test
    void what_came_to_nothing_comes_again_to_the_byte() throws Exception {
        try (var hook = new Hook(List.of(503, 0, 200));
                var deliveries = hook.deliveries()) {
            assertThat(deliveries.deliver(DELIVERY)).isEqualTo(200);
            assertThat(hook.bodies).hasSize(3).containsOnly("{\"object\":\"x\"}");
        }
    }

    @Test
    void what_is_refused_is_not_asked_for_again() throws Exception {
        try (var hook = new Hook(List.of(401));
                var deliveries = hook.deliveries()) {
            assertThat(deliveries.deliver(DELIVERY)).isEqualTo(401);
            assertThat(hook.bodies).hasSize(1);
        }
    }

    @Test
    void whoever_never_answers_is_left_after_three_times() throws Exception {
        try (var hook = new Hook(List.of(0, 500, 503, 200));
                var deliveries = hook.deliveries()) {
            assertThat(deliveries.deliver(DELIVERY)).isEqualTo(503);
            assertThat(hook.bodies).hasSize(3);
        }
    }

    /** A web hook that answers one after the other; at 0 it closes the connection. */
    private static final class Hook implements WebServer, AutoCloseable {

        final Queue<String> bodies = new ConcurrentLinkedQueue<>();
        private final HttpServer server;

        Hook(List<Integer> statuses) throws IOException {
            var next = new ConcurrentLinkedQueue<>(statuses);
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext("/api/v1/webhooks/social/whatsapp", visit -> {
                bodies.add(new String(visit.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                var status = next.remove();
                if (status != 0) {
                    visit.sendResponseHeaders(status, -1);
                }
                visit.close();
            });
            server.start();
        }

        MetaDeliveries deliveries() {
            var deliveries = new MetaDeliveries("127.0.0.1");
            deliveries.listens(new ServletWebServerInitializedEvent(this, new ServletWebServerApplicationContext()));
            return deliveries;
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public int getPort() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
