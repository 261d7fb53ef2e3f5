package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.messaging.ReplyLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LanguageDetectorTest {

    @Test
    void each_of_two_hundred_short_lines_is_told() throws IOException {
        var lines = table();

        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var tab = line.indexOf('\t');
            var told = LanguageDetector.of(line.substring(tab + 1))
                    .map(ReplyLanguage::toString)
                    .orElse("none");
            if (!told.equals(line.substring(0, tab))) {
                wrong.add(line + " was taken for " + told);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void a_conversation_keeps_its_language_until_two_messages_in_a_row_are_in_another() {
        assertThat(spoken("شلونكم", "do you have this in black", "شكد سعره")).isEqualTo(ReplyLanguage.AR);
        assertThat(spoken("شلونكم", "سڵاو نرخی چەندە")).isEqualTo(ReplyLanguage.AR);
        assertThat(spoken("شلونكم", "سڵاو نرخی چەندە", "ڕەنگی ڕەش هەیە؟")).isEqualTo(ReplyLanguage.CKB);
        assertThat(spoken("do you deliver to Duhok?", "ez dixwazim bikirim", "gihandin çend e"))
                .isEqualTo(ReplyLanguage.KMR);
    }

    @Test
    void two_messages_in_two_other_languages_change_nothing() {
        assertThat(spoken("شكد سعره", "سڵاو نرخی چەندە", "do you have it in black"))
                .isEqualTo(ReplyLanguage.AR);
    }

    @Test
    void a_greeting_that_everybody_uses_does_not_settle_it() {
        assertThat(spoken("hi", "شكد سعر هذا الجاكيت")).isEqualTo(ReplyLanguage.AR);
        assertThat(spoken("hello", "نرخی ئەمە چەندە")).isEqualTo(ReplyLanguage.CKB);
        assertThat(spoken("hello", "how much is this", "اوكي")).isEqualTo(ReplyLanguage.EN);
        assertThat(spoken("hi")).isEqualTo(ReplyLanguage.EN);
    }

    @Test
    void what_has_no_language_neither_changes_nor_interrupts() {
        assertThat(spoken("شلونكم", "do you have it", "👍", "42", "is it black"))
                .isEqualTo(ReplyLanguage.EN);
        assertThat(spoken("👍", "07701234567")).isEqualTo(ReplyLanguage.CKB);
    }

    private static ReplyLanguage spoken(String... texts) {
        return LanguageDetector.of(List.of(texts), ReplyLanguage.CKB);
    }

    private static List<String> table() throws IOException {
        try (var in = Objects.requireNonNull(LanguageDetectorTest.class.getResourceAsStream("/agent/languages.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
