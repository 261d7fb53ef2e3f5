package iq.sendy.egress;

import static iq.sendy.egress.Outside.told;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Waiting;
import iq.sendy.egress.ExchangeOutcome.Answered;
import iq.sendy.fakes.Certificates;
import iq.sendy.fakes.NobodyThere;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.Receiver.Manner;
import iq.sendy.fakes.ReceiverZoo;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers as they are out there, and what the client makes of them. */
@Tag("waits")
public class ReceiverZooTest {

    /** For servers that never come to an end. */
    private static final ExchangeLimits SCANT =
            new ExchangeLimits(Duration.ofSeconds(3), Duration.ofSeconds(3), 16_384, 2_048);

    /** For one that begins to answer and never comes to an end: on a busy machine a handshake alone has taken three seconds. */
    private static final ExchangeLimits ROOMY =
            new ExchangeLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 16_384, 2_048);

    /** Where nothing is slow on purpose, nothing should fail for being slow. */
    private static final ExchangeLimits PATIENT = ExchangeLimits.USUAL;

    private static final Duration DROP = Duration.ofMillis(20);

    private final Outside outside = Outside.opened("127.0.0.1/32").resolves("shop.example", "127.0.0.1");

    /** The first handshake of a JVM loads a thousand classes; it shall not count as a slow server. */
    private static void warm() {
        try (var outside = Outside.opened("127.0.0.1/32").resolves("shop.example", "127.0.0.1");
                var receiver = Receiver.secured(Certificates.server("good"), ReceiverZoo.fast())) {
            assertThat(told(outside.post(receiver.url("shop.example"), PATIENT)))
                    .isEqualTo("204");
        }
    }

    @AfterEach
    void close() {
        outside.close();
    }

    /** A server, and what the client makes of it within these limits. */
    record Exhibit(String name, Manner manner, ExchangeLimits limits, String outcome) {

        private static Exhibit of(String name, Manner manner, String outcome) {
            return new Exhibit(name, manner, PATIENT, outcome);
        }

        private static Exhibit endless(String name, Manner manner, String outcome) {
            return new Exhibit(name, manner, SCANT, outcome);
        }

        @Override
        public String toString() {
            return name + ": " + outcome;
        }
    }

    static List<Exhibit> zoo() {
        return List.of(
                Exhibit.of("fast", ReceiverZoo.fast(), "204"),
                Exhibit.of("slow, in time", ReceiverZoo.answersAfter(Duration.ofMillis(500)), "200"),
                Exhibit.endless("slow, too late", ReceiverZoo.answersAfter(Duration.ofSeconds(10)), "timeout"),
                Exhibit.of("hints before the answer", ReceiverZoo.hintsFirst(), "200"),
                Exhibit.of("hints without end", ReceiverZoo.hintsForEver(), "reset"),
                Exhibit.endless("silent", ReceiverZoo.silent(), "timeout"),
                Exhibit.endless("drips its head", ReceiverZoo.dripsItsHead(DROP), "timeout"),
                new Exhibit("drips its body", ReceiverZoo.dripsItsBody(DROP), ROOMY, "200"),
                Exhibit.of("ten megabytes", ReceiverZoo.tenMegabytes(), "200"),
                Exhibit.of("gzip bomb", ReceiverZoo.gzipBomb(), "200"),
                Exhibit.of("header of a megabyte", ReceiverZoo.longHeader(), "reset"),
                Exhibit.of("ten thousand headers", ReceiverZoo.manyHeaders(), "reset"),
                Exhibit.of("no status line", ReceiverZoo.noStatusLine(), "reset"),
                Exhibit.of("rubbish", ReceiverZoo.rubbish(), "reset"),
                Exhibit.of("ends without a word", ReceiverZoo.endsWithoutAWord(), "reset"),
                Exhibit.of("reset in the request", ReceiverZoo.resetsInTheRequest(), "reset"),
                Exhibit.of("reset after the head", ReceiverZoo.resetsAfterTheHead(), "200"));
    }

    /** What an exchange came to, and what was left of it once the client was closed. */
    record Ending(String told, Duration latency, int connects, boolean ended, int resting) {}

    /** Servers that take all the time there is are visited beside each other. */
    private static final Map<String, Future<Ending>> ENDLESS = new HashMap<>();

    @BeforeAll
    static void visit_the_endless_ones() {
        warm();
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            zoo().stream()
                    .filter(exhibit -> !exhibit.limits().equals(PATIENT))
                    .forEach(exhibit -> List.of(false, true)
                            .forEach(secured -> ENDLESS.put(
                                    exhibit.name() + secured, beside.submit(() -> visited(exhibit, secured)))));
        }
    }

    private static Ending visited(Exhibit exhibit, boolean secured) throws InterruptedException {
        var outside = Outside.opened("127.0.0.1/32").resolves("shop.example", "127.0.0.1");
        try (var receiver = secured
                ? Receiver.secured(Certificates.server("good"), exhibit.manner())
                : Receiver.that(exhibit.manner())) {
            ExchangeOutcome came;
            int connects;
            try (outside) {
                came = outside.post(secured ? receiver.url("shop.example") : receiver.url(), exhibit.limits());
                connects = receiver.connects();
            }
            var ended = receiver.ended(1, Waiting.PATIENCE);
            return new Ending(told(came), came.timing().latency(), connects, ended, outside.resting());
        }
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void each_server_ends_in_its_outcome_and_leaves_nothing_behind(Exhibit exhibit) throws Exception {
        endsAsItShould(exhibit, false);
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void each_server_does_the_same_over_tls(Exhibit exhibit) throws Exception {
        endsAsItShould(exhibit, true);
    }

    private static void endsAsItShould(Exhibit exhibit, boolean secured) throws Exception {
        var visit = ENDLESS.get(exhibit.name() + secured);
        var ending = visit == null ? visited(exhibit, secured) : visit.get();

        assertThat(ending.told()).isEqualTo(exhibit.outcome());
        assertThat(ending.latency()).isLessThan(Waiting.PATIENCE);
        assertThat(ending.connects()).isEqualTo(1);
        assertThat(ending.ended()).isTrue();
        assertThat(ending.resting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "wrongname", "alone"})
    void a_certificate_that_proves_nothing_is_refused(String alias) {
        try (var receiver = Receiver.secured(Certificates.server(alias), ReceiverZoo.fast())) {
            assertThat(told(outside.post(receiver.url("shop.example"), PATIENT)))
                    .isEqualTo("tls");
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void tls_of_the_last_century_and_no_tls_at_all_are_refused() {
        try (var old = Receiver.that(ReceiverZoo.knowsTlsOneOnly());
                var none = Receiver.that(visit -> visit.say("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertThat(told(outside.post("https://shop.example:" + old.port() + "/", PATIENT)))
                    .isEqualTo("tls");
            assertThat(told(outside.post("https://shop.example:" + none.port() + "/", PATIENT)))
                    .isEqualTo("tls");
        }
    }

    @Test
    void who_tears_the_connection_at_once_was_never_connected() {
        try (var receiver = Receiver.secured(Certificates.server("good"), ReceiverZoo.resetsAfterAccept());
                var plain = Receiver.that(ReceiverZoo.resetsAfterAccept())) {
            assertThat(told(outside.post(receiver.url("shop.example"), PATIENT)))
                    .isEqualTo("connect");
            // Without a handshake the request may be on its way before the reset comes.
            assertThat(told(outside.post(plain.url()))).isIn("connect", "reset");
        }
    }

    @Test
    void nobody_there_is_connect_and_no_name_is_dns() {
        try (var nobody = new NobodyThere()) {
            assertThat(told(outside.post(nobody.url()))).isEqualTo("connect");
        }
        assertThat(told(outside.post("https://nowhere.example/"))).isEqualTo("dns");
    }

    @Test
    void the_request_arrives_as_it_was_given() {
        try (var receiver = Receiver.that(ReceiverZoo.fast())) {
            var came = outside.post(receiver.url() + "?u=127.0.0.1");

            assertThat(receiver.received()).singleElement().satisfies(request -> {
                assertThat(request.line()).isEqualTo("POST /hook?u=127.0.0.1 HTTP/1.1");
                assertThat(request.body()).isEqualTo(Outside.BODY);
                assertThat(request.headers())
                        .containsOnlyKeys("host", "user-agent", "content-length")
                        .containsEntry("host", "127.0.0.1:" + receiver.port())
                        .containsEntry("user-agent", "Sendy-Webhooks/1");
            });
            assertThat(came.timing().firstByte())
                    .isNotNull()
                    .isPositive()
                    .isLessThan(came.timing().latency());
        }
    }

    @Test
    void a_long_answer_is_cut_off_and_hardly_sent() {
        try (var receiver = Receiver.that(ReceiverZoo.tenMegabytes())) {
            var came = (Answered) outside.post(receiver.url());

            assertThat(came.bodyHead()).isEqualTo("a".repeat(2_048));
            assertThat(outside.resting()).isZero();
            // What was read, and what the two systems held in between.
            assertThat(receiver.bytesSent()).isLessThan(400_000);
        }
    }

    @Test
    void the_answer_is_kept_as_text_that_every_database_takes() {
        try (var receiver = Receiver.that(ReceiverZoo.says(
                "HTTP/1.1 400 Bad\r\nRetry-After: soon\r\nContent-Length: 6\r\n\r\na\u0000\u00ffb\u00c3\u00a9"))) {
            assertThat(outside.post(receiver.url())).isInstanceOfSatisfying(Answered.class, answered -> {
                assertThat(answered.bodyHead()).isEqualTo("a\uFFFD\uFFFDbé");
                assertThat(answered.retryAfter()).isEqualTo("soon");
            });
        }
    }

    @Test
    void a_connection_is_used_again_and_a_closed_one_is_not() throws InterruptedException {
        try (var receiver = Receiver.that(ReceiverZoo.fast());
                var closing = Receiver.that(ReceiverZoo.closesAfterEach())) {
            for (var post = 0; post < 5; post++) {
                assertThat(told(outside.post(receiver.url()))).isEqualTo("204");
            }
            assertThat(receiver.connects()).isEqualTo(1);

            assertThat(told(outside.post(closing.url()))).isEqualTo("200");
            assertThat(closing.ended(1, Waiting.PATIENCE)).isTrue();
            assertThat(told(outside.post(closing.url()))).isEqualTo("200");
            assertThat(closing.connects()).isEqualTo(2);
        }
    }

    @Test
    void a_slow_server_holds_up_nobody_else() {
        try (var slow = Receiver.that(ReceiverZoo.silent());
                var fast = Receiver.that(ReceiverZoo.fast())) {
            var posts = IntStream.range(0, 50)
                    .mapToObj(_ -> Thread.startVirtualThread(() -> outside.post(slow.url(), SCANT)))
                    .toList();
            assertThat(told(outside.post(fast.url()))).isEqualTo("204");
            posts.forEach(thread -> assertThat(joined(thread)).isTrue());
        }
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(Waiting.PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
