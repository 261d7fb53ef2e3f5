package iq.sendy.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Waiting;
import iq.sendy.egress.CallOutcome.CutOff;
import iq.sendy.egress.CallOutcome.NothingSent;
import iq.sendy.egress.CallOutcome.Replied;
import iq.sendy.egress.CallOutcome.TooLong;
import iq.sendy.egress.CallOutcome.Unsettled;
import iq.sendy.fakes.Certificates;
import iq.sendy.fakes.NobodyThere;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.Receiver.Manner;
import iq.sendy.fakes.ReceiverZoo;
import iq.sendy.kernel.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What certainly asked nothing of a server is told from what perhaps did, whatever the server does. */
class OperatorClientTest {

    private static final Bytes BODY = Bytes.of("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8));
    /** For servers that never come to an end. */
    private static final ExchangeLimits SHORT =
            new ExchangeLimits(Duration.ofSeconds(3), Duration.ofSeconds(3), 16_384, 16_384);

    private static final ExchangeLimits PATIENT =
            new ExchangeLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), 16_384, 16_384);

    private final OperatorClient client = client();

    private static OperatorClient client() {
        return new OperatorClient(
                OperatorClientTest::resolve,
                GuardedSocket::new,
                Certificates.client().getSocketFactory());
    }

    private static List<InetAddress> resolve(String name, Duration within) throws UnknownHostException {
        if ("unknown.example".equals(name)) {
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** A server, and what a call of it comes to within these limits. */
    record Trouble(String name, Manner manner, ExchangeLimits limits, Class<? extends CallOutcome> outcome) {

        private static Trouble of(String name, Manner manner, Class<? extends CallOutcome> outcome) {
            return new Trouble(name, manner, PATIENT, outcome);
        }

        private static Trouble endless(String name, Manner manner, Class<? extends CallOutcome> outcome) {
            return new Trouble(name, manner, SHORT, outcome);
        }

        @Override
        public String toString() {
            return name + ": " + outcome.getSimpleName();
        }
    }

    static List<Trouble> troubles() {
        return List.of(
                Trouble.of("fast", ReceiverZoo.fast(), Replied.class),
                Trouble.of("slow, in time", ReceiverZoo.answersAfter(Duration.ofMillis(500)), Replied.class),
                Trouble.endless("slow, too late", ReceiverZoo.answersAfter(Duration.ofSeconds(10)), Unsettled.class),
                Trouble.endless("silent", ReceiverZoo.silent(), Unsettled.class),
                Trouble.endless("drips its head", ReceiverZoo.dripsItsHead(Duration.ofMillis(20)), Unsettled.class),
                Trouble.of("drips its body", ReceiverZoo.dripsItsBody(Duration.ofMillis(20)), TooLong.class),
                Trouble.of("ten megabytes", ReceiverZoo.tenMegabytes(), TooLong.class),
                Trouble.of("header of a megabyte", ReceiverZoo.longHeader(), Unsettled.class),
                Trouble.of("rubbish", ReceiverZoo.rubbish(), Unsettled.class),
                Trouble.of("ends without a word", ReceiverZoo.endsWithoutAWord(), Unsettled.class),
                Trouble.of("reset after the head", ReceiverZoo.resetsAfterTheHead(), CutOff.class),
                Trouble.endless(
                        "stalls in its body",
                        ReceiverZoo.says("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok"),
                        CutOff.class),
                Trouble.of("hints first", ReceiverZoo.hintsFirst(), Replied.class),
                Trouble.of("trouble", ReceiverZoo.answers(503), Replied.class));
    }

    /** What a call came to, and how often its server was asked. */
    record Ending(CallOutcome outcome, int connects) {}

    private static final List<String> METHODS = List.of("POST", "GET");

    /** Servers that take all the time there is are asked beside each other. */
    private static final Map<String, Future<Ending>> ENDLESS = new HashMap<>();

    @BeforeAll
    static void ask_the_endless_ones() {
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            troubles().stream()
                    .filter(trouble -> trouble.limits().equals(SHORT))
                    .forEach(trouble -> METHODS.forEach(method ->
                            ENDLESS.put(method + trouble.name(), beside.submit(() -> asked(method, trouble)))));
        }
    }

    private static Ending asked(String method, Trouble trouble) {
        try (var client = client();
                var receiver = Receiver.that(trouble.manner())) {
            var outcome = method.equals("POST")
                    ? client.post(receiver.url(), Map.of(), BODY, trouble.limits())
                    : client.get(receiver.url(), Map.of(), trouble.limits());
            return new Ending(outcome, receiver.connects());
        }
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void each_server_ends_in_its_outcome_and_is_asked_once(Trouble trouble) throws Exception {
        for (var method : METHODS) {
            var call = ENDLESS.get(method + trouble.name());
            var ending = call == null ? asked(method, trouble) : call.get();

            assertThat(ending.outcome()).as(method).isInstanceOf(trouble.outcome());
            assertThat(ending.connects()).as(method).isEqualTo(1);
        }
    }

    @Test
    void of_what_was_refused_or_never_found_nothing_was_sent() {
        try (var nobody = new NobodyThere()) {
            assertThat(client.post(nobody.url(), Map.of(), BODY, PATIENT))
                    .isInstanceOfSatisfying(
                            NothingSent.class,
                            nothing -> assertThat(nothing.errorClass()).isEqualTo(ErrorClass.CONNECT));
        }
        assertThat(client.post("https://unknown.example/", Map.of(), BODY, PATIENT))
                .isInstanceOfSatisfying(
                        NothingSent.class,
                        nothing -> assertThat(nothing.errorClass()).isEqualTo(ErrorClass.DNS));
    }

    @Test
    void a_connection_that_never_comes_about_sends_nothing() {
        try (var patient = new OperatorClient(
                OperatorClientTest::resolve,
                (policy, scope) -> new GuardedSocket(policy, scope) {
                    @Override
                    void dial(InetSocketAddress address, int timeout) throws IOException {
                        throw new SocketTimeoutException("Connect timed out");
                    }
                },
                Certificates.client().getSocketFactory())) {
            assertThat(patient.post("https://meta.example/", Map.of(), BODY, PATIENT))
                    .isInstanceOf(NothingSent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "wrongname", "alone"})
    void a_server_that_does_not_prove_its_name_is_sent_nothing(String alias) {
        try (var receiver = Receiver.secured(Certificates.server(alias), ReceiverZoo.fast())) {
            assertThat(client.post(receiver.url("shop.example"), Map.of(), BODY, PATIENT))
                    .isInstanceOfSatisfying(
                            NothingSent.class,
                            nothing -> assertThat(nothing.errorClass()).isEqualTo(ErrorClass.TLS));
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void a_server_that_proves_its_name_is_reached_and_the_connection_kept() {
        try (var receiver = Receiver.secured(Certificates.server("good"), ReceiverZoo.fast())) {
            assertThat(client.post(receiver.url("shop.example"), Map.of(), BODY, PATIENT))
                    .isInstanceOf(Replied.class);
            assertThat(client.get(receiver.url("shop.example"), Map.of(), PATIENT))
                    .isInstanceOf(Replied.class);
            assertThat(receiver.connects()).isEqualTo(1);
            assertThat(client.resting()).isEqualTo(1);
        }
    }

    @Test
    void a_connection_that_was_closed_while_it_rested_is_not_used() throws InterruptedException {
        try (var receiver = Receiver.that(ReceiverZoo.closesAfterEach())) {
            for (var time = 0; time < 20; time++) {
                assertThat(client.post(receiver.url(), Map.of(), BODY, PATIENT)).isNotInstanceOf(Unsettled.class);
                // Until then it does not rest there: it is closing, and nobody can see that yet.
                assertThat(receiver.ended(1, Waiting.PATIENCE)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirect_is_an_answer_and_is_not_followed(int status) {
        try (var elsewhere = Receiver.that(ReceiverZoo.fast());
                var receiver = Receiver.that(ReceiverZoo.answers(status, "Location: " + elsewhere.url()))) {
            assertThat(client.post(receiver.url(), Map.of("Authorization", "Bearer secret"), BODY, PATIENT))
                    .isInstanceOfSatisfying(Replied.class, reply -> {
                        assertThat(reply.head().status()).isEqualTo(status);
                        assertThat(reply.head().location()).isEqualTo(elsewhere.url());
                    });
            assertThat(elsewhere.connects()).isZero();
        }
    }

    @Test
    void a_get_has_no_body_and_a_post_has_all_of_its_own() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            client.get(receiver.url(), Map.of("Accept", "*/*"), PATIENT);
            client.post(receiver.url(), Map.of("Content-Type", "application/json"), BODY, PATIENT);

            assertThat(receiver.received())
                    .satisfiesExactly(
                            get -> {
                                assertThat(get.line()).isEqualTo("GET /hook HTTP/1.1");
                                assertThat(get.headers()).containsOnlyKeys("host", "accept");
                            },
                            post -> {
                                assertThat(post.line()).isEqualTo("POST /hook HTTP/1.1");
                                assertThat(post.headers()).containsOnlyKeys("host", "content-type", "content-length");
                                assertThat(post.body()).isEqualTo(BODY);
                            });
        }
    }

    @Test
    void a_server_on_this_machine_may_be_the_operators() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            assertThat(client.get("http://localhost:" + receiver.port() + "/", Map.of(), PATIENT))
                    .isInstanceOf(Replied.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://graph.facebook.com, true",
        "http://localhost:8080/simulator, true",
        "http://10.0.0.5:9000, true",
        "https://graph.facebook.com?a=b, false",
        "https://graph.facebook.com#a, false",
        "https://me@graph.facebook.com, false",
        "ftp://graph.facebook.com, false",
        "graph.facebook.com, false",
        "https://127.1, false",
    })
    void a_setting_is_the_address_of_a_server(String url, boolean is) {
        assertThat(OperatorClient.isServer(url)).isEqualTo(is);
    }

    @Test
    void two_spellings_of_a_server_are_one_origin() {
        assertThat(OperatorClient.origin("https://Graph.Facebook.com:443/v26.0/1"))
                .isEqualTo(OperatorClient.origin("https://graph.facebook.com/"))
                .isPresent();
        assertThat(OperatorClient.origin("https://graph.facebook.com.evil.example/"))
                .isNotEqualTo(OperatorClient.origin("https://graph.facebook.com/"));
        assertThat(OperatorClient.origin("nonsense")).isEmpty();
    }

    @Test
    void nobody_waits_for_a_server_inside_a_transaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> client.get("http://localhost/", Map.of(), SHORT))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> client.post("http://localhost/", Map.of(), BODY, SHORT))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void a_header_of_two_lines_is_a_mistake_that_does_not_say_its_value() {
        assertThatThrownBy(
                        () -> client.get("http://localhost/", Map.of("Authorization", "Bearer secret\r\nX: y"), SHORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
