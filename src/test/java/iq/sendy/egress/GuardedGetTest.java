package iq.sendy.egress;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.egress.CallOutcome.NothingSent;
import iq.sendy.egress.CallOutcome.Replied;
import iq.sendy.egress.CallOutcome.TooLong;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.ReceiverZoo;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fetched from addresses that others give is judged like what is posted there. */
class GuardedGetTest {

    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), 1_024, 1_024);

    private final Outside closed = Outside.recording("");
    private final Outside opened = Outside.opened("127.0.0.1/32");

    @AfterEach
    void close() {
        closed.close();
        opened.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://localhost/",
                "https://inside.example/",
                "http://cdn.example/",
                "ftp://cdn.example/",
                "nonsense"
            })
    void what_is_not_public_is_not_asked(String url) {
        closed.resolves("inside.example", "192.168.1.1").resolves("cdn.example", "93.184.215.14");

        assertThat(closed.client().get(url, Map.of(), LIMITS))
                .isInstanceOfSatisfying(
                        NothingSent.class,
                        nothing -> assertThat(nothing.errorClass()).isEqualTo(ErrorClass.BLOCKED_ADDRESS));
        assertThat(closed.dialled()).isEmpty();
    }

    @Test
    void what_is_opened_is_fetched_whole_or_not_at_all() {
        try (var small = Receiver.that(ReceiverZoo.says("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"));
                var exact = Receiver.that(
                        ReceiverZoo.says("HTTP/1.1 200 OK\r\nContent-Length: 1025\r\n\r\n" + "a".repeat(1_025)));
                var endless = Receiver.that(ReceiverZoo.says("HTTP/1.1 200 OK\r\n\r\n" + "a".repeat(2_000)))) {
            assertThat(opened.client().get(small.url(), Map.of(), LIMITS))
                    .isInstanceOfSatisfying(
                            Replied.class,
                            reply -> assertThat(reply.body().toArray()).containsExactly('a', 'b', 'c'));
            assertThat(opened.client().get(exact.url(), Map.of(), LIMITS)).isInstanceOf(TooLong.class);
            assertThat(opened.client().get(endless.url(), Map.of(), LIMITS)).isInstanceOf(TooLong.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9000/a, true",
        "http://127.0.0.2:9000/a, false",
        "https://meta.example/a, false",
        "https://127.0.0.1.example/a, false",
        "nonsense, false"
    })
    void an_address_of_an_opened_network_says_so_by_itself(String url, boolean is) {
        opened.resolves("meta.example", "127.0.0.1");

        assertThat(opened.client().isOpened(url)).isEqualTo(is);
    }

    @Test
    void the_host_is_the_one_that_would_be_dialled() {
        var client = closed.client();

        assertThat(client.host("https://Lookaside.FBSBX.com/a?b=c")).hasValue("lookaside.fbsbx.com");
        assertThat(client.host("https://evil.example\\@fbsbx.com/")).isEmpty();
        assertThat(client.host("https://fbsbx.com@evil.example/")).isEmpty();
        assertThat(client.host("http://fbsbx.com/")).isEmpty();
    }
}
