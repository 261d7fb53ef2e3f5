package iq.sendy.egress;

import static iq.sendy.egress.Outside.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.ReceiverZoo;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the machine, the JVM and the operator say, and the last look at the socket. */
class EnvironmentTest {

    /** The tests' JVM has IPv4 alone, so only such addresses can really be dialled. */
    @ParameterizedTest
    @ValueSource(strings = {"http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies"})
    void proxies_of_the_jvm_are_passed_by(String property) {
        try (var proxy = Receiver.that(ReceiverZoo.fast());
                var receiver = Receiver.that(ReceiverZoo.answers(200));
                var outside = Outside.opened("127.0.0.1/32")) {
            var port = Integer.toString(proxy.port());
            var settings = Map.of(
                    property,
                    property.endsWith("Host") ? "127.0.0.1" : "true",
                    "http.proxyPort",
                    port,
                    "https.proxyPort",
                    port,
                    "socksProxyPort",
                    port,
                    "http.nonProxyHosts",
                    "",
                    "socksNonProxyHosts",
                    "");
            settings.forEach(System::setProperty);
            try {
                assertThat(told(outside.post(receiver.url()))).isEqualTo("200");
            } finally {
                settings.keySet().forEach(System::clearProperty);
            }
            assertThat(proxy.connects()).isZero();
        }
    }

    @Test
    void no_proxy_selector_is_asked() {
        try (var proxy = Receiver.that(ReceiverZoo.fast());
                var receiver = Receiver.that(ReceiverZoo.answers(200));
                var outside = Outside.opened("127.0.0.1/32")) {
            var before = ProxySelector.getDefault();
            ProxySelector.setDefault(new AlwaysTo(proxy.port()));
            try {
                assertThat(told(outside.post(receiver.url()))).isEqualTo("200");
            } finally {
                ProxySelector.setDefault(before);
            }
            assertThat(proxy.connects()).isZero();
        }
    }

    @Test
    void the_socket_looks_for_itself() {
        try (var listener = Receiver.that(ReceiverZoo.fast())) {
            var closed = new AddressPolicy(List.of());
            var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), listener.port());

            assertThatThrownBy(() -> connect(new GuardedSocket(closed, EgressScope.PUBLIC), address))
                    .isInstanceOf(ExchangeFailure.class)
                    .hasMessage("inside 127.0.0.0/8");
            assertThatThrownBy(() -> connect(
                            new GuardedSocket(closed, EgressScope.PUBLIC),
                            InetSocketAddress.createUnresolved("localhost", listener.port())))
                    .isInstanceOf(ExchangeFailure.class);
            assertThat(listener.connects()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "127.0.0.1/33", "10.1.0.0/8", "localhost/32", "0177.0.0.1/32", "::1", "on", "/8"})
    void a_wrong_list_of_opened_networks_stops_the_start_with_one_line(String allow) {
        assertThatThrownBy(() -> EgressConfiguration.networks("10.0.0.0/8, " + allow))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("SENDY_EGRESS_ALLOW must be networks like 127.0.0.1/32")
                .hasMessageContaining(allow);
    }

    @Test
    void a_list_of_opened_networks_may_be_empty_or_mixed() {
        assertThat(EgressConfiguration.networks("")).isEmpty();
        assertThat(EgressConfiguration.networks("127.0.0.1/32, fd00::/8 ,0.0.0.0/0"))
                .hasSize(3);
    }

    @Test
    void a_name_that_nobody_knows_is_unknown_in_time() {
        try (var resolver = SystemResolver.ofWholeNames()) {
            assertThatThrownBy(() -> resolver.resolve("nowhere.invalid", Duration.ofSeconds(5)))
                    .isInstanceOf(UnknownHostException.class);
        }
    }

    private static void connect(GuardedSocket socket, SocketAddress address) throws IOException {
        try (socket) {
            socket.connect(address, 500);
        }
    }

    private static final class AlwaysTo extends ProxySelector {

        private final Proxy proxy;

        AlwaysTo(int port) {
            proxy = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new AssertionError("A proxy was asked", failure);
        }
    }
}
