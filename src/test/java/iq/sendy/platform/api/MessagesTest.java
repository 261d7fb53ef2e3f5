package iq.sendy.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.AwkwardText;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = new Messages();

    @Test
    void the_language_that_is_preferred_among_ours_is_spoken() {
        assertThat(messages.preferred("de, ckb;q=0.9, ar;q=0.8")).isEqualTo(Locale.of("ckb"));
        assertThat(messages.preferred("ar-IQ")).isEqualTo(Locale.of("ar"));
        assertThat(messages.preferred("")).isEqualTo(Locale.ROOT);
    }

    /** A head may have 16 KiB, and every answer asks for its language. */
    @Test
    void thousands_of_languages_cost_what_one_does() {
        var many = IntStream.range(0, 4_000)
                .mapToObj(i -> "" + letter(i / 676) + letter(i / 26 % 26) + letter(i % 26))
                .collect(Collectors.joining(","));

        assertThat(AwkwardText.more(messages::preferred, many)).isLessThan(AwkwardText.MOST_NANOS);
        assertThat(messages.preferred(many)).isEqualTo(Locale.ROOT);
    }

    private static char letter(int number) {
        return (char) ('a' + number);
    }
}
