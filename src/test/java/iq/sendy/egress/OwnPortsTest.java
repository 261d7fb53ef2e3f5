package iq.sendy.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** What operators and the database listen on is nobody's receiver. */
class OwnPortsTest {

    private static final int OWN = 9_080;

    private final AddressPolicy policy = new AddressPolicy(EgressConfiguration.networks("127.0.0.0/8,10.0.0.0/8"));

    @Test
    void a_port_of_our_own_is_closed_in_opened_networks_too() {
        policy.keepOff(OWN);

        for (var here : new String[] {"127.0.0.1", "127.3.2.1", "0.0.0.0"}) {
            assertThat(policy.refusal(InetAddress.ofLiteral(here), OWN, EgressScope.OPENED_ONLY))
                    .contains("own");
        }
        assertThat(policy.refusal(InetAddress.ofLiteral("127.0.0.1"), OWN + 1, EgressScope.OPENED_ONLY))
                .isNull();
        // That port of another machine is not ours.
        assertThat(policy.refusal(InetAddress.ofLiteral("10.255.255.254"), OWN, EgressScope.OPENED_ONLY))
                .isNull();
    }

    @Test
    void it_is_looked_at_again_when_it_is_dialled() throws IOException {
        policy.keepOff(OWN);
        try (var socket = new GuardedSocket(policy, EgressScope.OPENED_ONLY)) {
            var own = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), OWN);

            assertThatThrownBy(() -> socket.connect(own)).isInstanceOf(ExchangeFailure.class);
        }
    }
}
