package iq.sendy.egress;

import static iq.sendy.egress.Outside.told;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.egress.AddressVerdict.Allowed;
import iq.sendy.egress.AddressVerdict.Refused;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.ReceiverZoo;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trick that is known for reaching inside, at registration and at delivery; and neighbours that must be reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressCorpusTest {

    /** Whatever is dialled on loopback by mistake is heard here. */
    private final Receiver listener = Receiver.that(ReceiverZoo.fast());

    static List<Corpus> refused() {
        return Corpus.lines("refused");
    }

    static List<Corpus> rebound() {
        return Corpus.lines("rebound");
    }

    static List<Corpus> dialled() {
        return Corpus.lines("dialled");
    }

    @AfterEach
    void nobody_came() {
        assertThat(listener.connects()).isZero();
    }

    @AfterAll
    void close() {
        listener.close();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_leads_inside_is_refused_when_it_is_given_and_when_it_is_called(Corpus line) {
        line.urls(listener.port()).forEach(url -> {
            try (var outside = line.outside(url)) {
                assertThat(outside.judge(url)).as(url).isInstanceOf(Refused.class);
                assertThat(told(outside.post(url))).as(url).isEqualTo("blocked_address");
                assertThat(outside.dialled()).as(url).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rebound")
    void a_name_that_turns_inside_after_it_was_given_is_not_called(Corpus line) {
        line.urls(listener.port()).forEach(url -> {
            try (var outside = line.outside(url)) {
                assertThat(outside.judge(url)).as(url).isInstanceOf(Allowed.class);
                assertThat(told(outside.post(url))).as(url).isEqualTo("blocked_address");
                assertThat(outside.dialled()).as(url).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dialled")
    void what_is_public_or_opened_is_called(Corpus line) {
        try (var outside = line.outside(line.url())) {
            assertThat(outside.judge(line.url())).isInstanceOf(Allowed.class);
            assertThat(told(outside.post(line.url()))).isEqualTo("connect");
            assertThat(outside.dialled()).containsExactly(line.answers());
        }
    }

    @Test
    void the_table_is_as_long_as_it_must_be() {
        assertThat(refused().size() + rebound().size()).isGreaterThanOrEqualTo(205);
        assertThat(dialled()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(refused().stream().collect(groupingBy(Corpus::family, counting())))
                .hasSize(22);
    }
}
