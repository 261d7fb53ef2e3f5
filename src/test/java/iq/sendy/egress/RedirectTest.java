package iq.sendy.egress;

import static iq.sendy.egress.Outside.told;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.ReceiverZoo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an answer, a name or the machine would lead the client on to somewhere else. */
class RedirectTest {

    private final Outside outside = Outside.opened("127.0.0.1/32");
    private final Receiver elsewhere = Receiver.that(ReceiverZoo.fast());

    @AfterEach
    void close() {
        outside.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @CsvSource({
        "301, Location: {elsewhere}",
        "302, Location: {elsewhere}",
        "303, Location: http://169.254.169.254/latest/meta-data/",
        "307, Location: {elsewhere}",
        "308, Location: {elsewhere}",
        "302, Location: /hook",
        "200, Refresh: 0; url={elsewhere}",
        "200, Alt-Svc: h2=\"127.0.0.1:{port}\"; ma=60",
        "401, WWW-Authenticate: Basic realm=\"inside\"",
        "407, Proxy-Authenticate: Basic realm=\"inside\"",
        "408, Connection: close",
        "425, Set-Cookie: a=b",
    })
    void hints_are_not_followed_and_nothing_is_said_twice(int status, String header) {
        var hint = header.replace("{elsewhere}", elsewhere.url()).replace("{port}", Integer.toString(elsewhere.port()));
        try (var receiver = Receiver.that(ReceiverZoo.answers(status, hint))) {
            assertThat(told(outside.post(receiver.url()))).isEqualTo(Integer.toString(status));
            assertThat(receiver.received()).hasSize(1);
            assertThat(told(outside.post(receiver.url()))).isEqualTo(Integer.toString(status));

            assertThat(elsewhere.connects()).isZero();
            assertThat(outside.dialled()).containsOnly("127.0.0.1:" + receiver.port());
            assertThat(receiver.received().get(1).headers()).doesNotContainKeys("cookie", "authorization");
        }
    }

    @Test
    void a_connection_keeps_its_address_and_a_new_one_is_judged_anew() throws InterruptedException {
        try (var keeping = Receiver.that(ReceiverZoo.fast());
                var closing = Receiver.that(ReceiverZoo.answers(200, "Connection: close"))) {
            outside.resolves("keeping.example", "127.0.0.1", "127.0.0.2");
            assertThat(told(outside.post(keeping.url("keeping.example")))).isEqualTo("204");
            assertThat(told(outside.post(keeping.url("keeping.example")))).isEqualTo("204");
            assertThat(keeping.connects()).isEqualTo(1);

            outside.resolves("closing.example", "127.0.0.1", "127.0.0.2");
            assertThat(told(outside.post(closing.url("closing.example")))).isEqualTo("200");
            assertThat(told(outside.post(closing.url("closing.example")))).isEqualTo("blocked_address");
            assertThat(closing.connects()).isEqualTo(1);
        }
    }
}
