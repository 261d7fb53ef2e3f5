package iq.sendy.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.limits.ByteBudget;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Bodies take no more of the heap than there is for them. */
@Scenario
class BodyMemoryBudgetTest {

    @Autowired
    Api api;

    @Autowired
    BodyMemoryBudget memory;

    @Value("${local.server.port}")
    int port;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        untilAllIsGivenBack();
    }

    private void untilAllIsGivenBack() {
        while (memory.small().taken() + memory.large().taken() > 0) {
            Thread.onSpinWait();
        }
    }

    private static String large() {
        return Shop.order().put("unknown", "x".repeat(100 << 10)).toString();
    }

    @Test
    void without_room_a_large_body_is_asked_to_come_again_and_a_small_one_is_read() {
        try (var everything = memory.large().claim("somebody")) {
            everything.grow(memory.large().most());

            var refused = shop.key().post(Api.KEYS + "/orders", large());

            assertThat(refused.status()).as(refused::toString).isEqualTo(503);
            assertThat(refused.faults()).containsExactly("server.busy");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.json().get("traceId").stringValue()).isNotEmpty();
            assertThat(shop.places(Shop.order()).status()).isEqualTo(200);
        }
        assertThat(shop.key().post(Api.KEYS + "/orders", large()).status()).isEqualTo(200);
        untilAllIsGivenBack();
    }

    @Test
    void who_has_its_share_is_told_so_and_others_are_read() {
        var other = Shop.opens(api);
        var client = shop.key();
        var caller = "key:" + shop.owner().get(Api.STAFF + "/api-keys").data("items.0.id");
        try (var share = memory.large().claim(caller)) {
            share.grow(memory.large().most() / 2);

            var refused = client.post(Api.KEYS + "/orders", large());

            assertThat(refused.status()).as(refused::toString).isEqualTo(429);
            assertThat(refused.faults()).containsExactly("rate.exceeded");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(other.key().post(Api.KEYS + "/orders", large()).status()).isEqualTo(200);
        }
    }

    @Test
    void every_end_of_a_request_gives_back() {
        shop.key().post(Api.KEYS + "/orders", large());
        shop.key().post(Api.KEYS + "/orders", "{" + " ".repeat(100 << 10));
        shop.key().post(Api.KEYS + "/orders", " ".repeat(2 << 20));
        shop.key().post(Api.KEYS + "/orders", "{}");
        api.post("/api/v1/auth/login", "[]");
        untilAllIsGivenBack();
    }

    @Test
    void a_sender_who_goes_away_gives_back_what_has_come() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 900000\r\n\r\n" + " ".repeat(200 << 10))
                            .getBytes(StandardCharsets.US_ASCII));
            while (memory.large().taken() < 200 << 10) {
                Thread.onSpinWait();
            }
        }
        untilAllIsGivenBack();
    }

    @Test
    void a_body_that_trickles_is_cut_off_after_half_a_minute_as_a_whole() {
        var nanos = new AtomicLong();
        var slow = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                return ' ';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = (byte) read();
                return 1;
            }
        };
        try (var heldBytes = memory.new HeldBytes("somebody")) {
            assertThatThrownBy(() -> RequestBytes.read(slow, 1 << 20, heldBytes, nanos::get))
                    .isInstanceOf(IOException.class);
        }
        assertThat(Duration.ofNanos(nanos.get())).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void ninety_large_bodies_that_stop_before_their_end_leave_room_for_small_ones() {
        var tiny = new BodyMemoryBudget(
                new ByteBudget(32 << 20, 8 << 20, Duration.ZERO), new ByteBudget(96 << 20, 32 << 20, Duration.ZERO));
        var refused = 0;
        for (var i = 0; i < 90; i++) {
            try {
                var heldBytes = tiny.new HeldBytes("key:one");
                heldBytes.expect(10 << 20);
                for (var come = 0; come < 10 << 20; come += 64 << 10) {
                    heldBytes.read(64 << 10);
                }
            } catch (RequestRejected full) {
                assertThat(full.status().value()).isEqualTo(429);
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(80);
        assertThat(tiny.large().taken()).isLessThanOrEqualTo(32 << 20);
        var small = tiny.new HeldBytes("key:one");
        small.read(60 << 10);
        small.grow(400 << 10);
        var others = tiny.new HeldBytes("key:other");
        others.expect(10 << 20);
        others.read(10 << 20);
    }
}
