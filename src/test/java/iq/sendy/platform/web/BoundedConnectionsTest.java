package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Waiting;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Connections of those who want to keep others out, at a server of its own with tiny limits. */
@Tag("waits")
public class BoundedConnectionsTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String HONEST = "GET /x HTTP/1.1\r\nHost: x\r\n\r\n";

    @TempDir
    Path directory;

    private final Tomcat tomcat = new Tomcat();

    private int serves(ConnectionLimits limits, int most) throws LifecycleException, IOException {
        tomcat.setBaseDir(Files.createDirectory(directory.resolve("base")).toString());
        var connector = new Connector(BoundedProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxConnections", Integer.toString(most));
        ((BoundedProtocol) connector.getProtocolHandler()).limit(limits);
        // Longer than any test: what ends a connection here is the deadline for the whole, not the one between two
        // reads.
        connector.setProperty("connectionTimeout", "60000");
        connector.setProperty("connectionUploadTimeout", "60000");
        tomcat.setConnector(connector);
        tomcat.addContext("", directory.toString()).getPipeline().addValve(new UnreadBodies());
        tomcat.start();
        return connector.getLocalPort();
    }

    private static ConnectionLimits limits(Duration head, Duration body, int perNetwork, String... proxies) {
        return new ConnectionLimits(
                head,
                body,
                LONG,
                SHORT,
                perNetwork,
                List.of(proxies).stream().map(IpAddressMatcher::new).toList());
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void a_head_that_trickles_is_cut_off_as_a_whole() throws Exception {
        var port = serves(limits(SHORT, LONG, 100), 100);
        for (var begins : List.of("GET /x HTTP/1.1\r\nX: ", "G", "\r\n", "\r\n\r\n")) {
            try (var wire = Wire.to(port)) {
                wire.sends(begins);
                assertThat(wire.trickles(begins.endsWith("\r\n") ? "\r\n" : "a"))
                        .isTrue();
            }
        }
    }

    @Test
    void the_next_head_on_a_connection_has_its_own_deadline() throws Exception {
        // Long enough for an honest head also on a busy machine.
        var head = SHORT.multipliedBy(6);
        var port = serves(limits(head, LONG, 100), 100);
        try (var wire = Wire.to(port)) {
            assertThat(wire.sends(HONEST).head()).startsWith("HTTP/1.1 404 ");
            // Rests for longer than a head may take, and is still served.
            assertThat(wire.isSilentFor(head.plus(SHORT))).isTrue();
            assertThat(wire.sends(HONEST).head()).startsWith("HTTP/1.1 404 ");
            wire.sends("GET /x HTTP/1.1\r\nX: ");
            assertThat(wire.trickles("a")).isTrue();
        }
    }

    @Test
    void a_body_that_trickles_is_cut_off_as_a_whole_also_when_nobody_reads_it() throws Exception {
        var port = serves(limits(LONG, SHORT, 100), 100);
        for (var framing : List.of("Content-Length: 1000000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nffff\r\n")) {
            try (var wire = Wire.to(port)) {
                wire.sends("POST /x HTTP/1.1\r\nHost: x\r\n" + framing);
                assertThat(wire.trickles("a")).isTrue();
            }
        }
    }

    @Test
    void one_network_does_not_take_all_connections() throws Exception {
        var port = serves(limits(LONG, LONG, 3), 100);
        var taken = IntStream.range(0, 3).mapToObj(_ -> Wire.to(port)).toList();
        try (var another = Wire.to(port)) {
            assertThat(another.rest()).isEmpty();
        }
        // Those that are open are served, and their places can be had again.
        taken.forEach(wire -> assertThat(wire.sends(HONEST).head()).startsWith("HTTP/1.1 404 "));
        taken.forEach(Wire::close);
        Waiting.until("a place is free", () -> isServed(port));
    }

    /** Whether a place is free; where none is, it is a while before it says so. */
    private static boolean isServed(int port) {
        try (var wire = Wire.to(port)) {
            return wire.isSilentFor(Duration.ofMillis(100))
                    && wire.sends(HONEST).head().startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void a_proxy_may_bring_as_many_as_there_are() throws Exception {
        var port = serves(limits(LONG, LONG, 1, "127.0.0.0/8"), 100);
        var taken = IntStream.range(0, 20).mapToObj(_ -> Wire.to(port)).toList();
        taken.forEach(wire -> assertThat(wire.sends(HONEST).head()).startsWith("HTTP/1.1 404 "));
        taken.forEach(Wire::close);
    }

    @Test
    void resting_connections_make_room_when_three_quarters_are_taken() throws Exception {
        var port = serves(limits(LONG, LONG, 100), 8);
        var resting = IntStream.range(0, 6).mapToObj(_ -> Wire.to(port)).toList();
        resting.forEach(wire -> assertThat(wire.sends(HONEST).head()).startsWith("HTTP/1.1 404 "));
        assertThat(resting.getFirst().isSilentFor(SHORT.multipliedBy(4))).isTrue();

        try (var seventh = Wire.to(port)) {
            assertThat(seventh.sends(HONEST).head()).startsWith("HTTP/1.1 404 ");
            assertThat(resting).allSatisfy(wire -> assertThat(wire.rest()).isEmpty());
        }
        resting.forEach(Wire::close);
    }

    @Test
    void settings_that_mean_nothing_stop_the_start() {
        assertThatThrownBy(() -> new TomcatSettings(1, "10.0.0.0/33"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SENDY_PROXIES");
    }

    @Test
    void a_network_is_an_address_or_half_of_a_long_one() throws IOException {
        var networks = new NetworkConnections();
        networks.opened(InetAddress.ofLiteral("2001:db8:1:2:3::4"));
        networks.opened(InetAddress.ofLiteral("2001:db8:1:2::5"));
        networks.opened(InetAddress.ofLiteral("192.0.2.1"));

        assertThat(networks.from(InetAddress.ofLiteral("2001:db8:1:2:ffff::"))).isEqualTo(2);
        assertThat(networks.from(InetAddress.ofLiteral("2001:db8:1:3::5"))).isZero();
        assertThat(networks.from(InetAddress.ofLiteral("192.0.2.1"))).isOne();
        assertThat(networks.from(InetAddress.ofLiteral("192.0.2.2"))).isZero();
        networks.closed(InetAddress.ofLiteral("192.0.2.1"));
        assertThat(networks.from(InetAddress.ofLiteral("192.0.2.1"))).isZero();
    }
}
