package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntrustedTextTest {

    @Test
    void what_steers_and_is_not_seen_is_gone() {
        assertThat(UntrustedText.clean("a\u202Eb\u2066c\u2069 \u0007d\u0000e\uFEFF"))
                .isEqualTo("abc  d e");
        assertThat(UntrustedText.clean("ig\u200Bno\u200Dre\u2060 \u00ADall")).isEqualTo("ignore all");
        assertThat(UntrustedText.clean("tags\uDB40\uDC41\uDB40\uDC42 end"))
                .as("tag characters")
                .isEqualTo("tags end");
    }

    @Test
    void the_non_joiner_of_kurdish_stays_inside_words() {
        assertThat(UntrustedText.clean("ئه\u200Cمه\u200C چه\u200Cنده")).isEqualTo("ئه\u200Cمه چه\u200Cنده");
    }

    @Test
    void lines_stay_lines_and_blanks_are_blanks() {
        assertThat(UntrustedText.clean("one\r\ntwo\rthree\u2028four\tfive\u00A0six"))
                .isEqualTo("one\ntwo\nthree\nfour five six");
    }

    @Test
    void it_is_cut_between_characters() {
        assertThat(UntrustedText.clean("x".repeat(5_000))).hasSize(UntrustedText.MESSAGE);
        assertThat(UntrustedText.clean("ab\uD83C\uDF39", 3)).isEqualTo("ab");
        assertThat(UntrustedText.clean("a\uD83Cb")).as("half a character").isEqualTo("a b");
    }
}
