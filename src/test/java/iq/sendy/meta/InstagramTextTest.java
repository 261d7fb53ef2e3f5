package iq.sendy.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Instagram takes a thousand bytes: a longer text is cut where people would cut it. */
class InstagramTextTest {

    @Test
    void what_fits_is_one_part() {
        assertThat(InstagramText.parts("سعر الباقة 25,000 د.ع")).containsExactly("سعر الباقة 25,000 د.ع");
        assertThat(InstagramText.parts("a".repeat(1_000))).hasSize(1);
        assertThat(InstagramText.parts("ا".repeat(500))).hasSize(1);
        assertThat(InstagramText.fits("ا".repeat(500) + "a")).isFalse();
        assertThat(InstagramText.parts("   ")).isEmpty();
    }

    @Test
    void a_long_text_is_cut_after_a_sentence() {
        var first = "الباقة متوفرة باللون الأحمر والأبيض والوردي. ".repeat(8).strip();
        var second = "التوصيل خلال ٢٤ ساعة داخل بغداد! ".repeat(8).strip();

        var parts = InstagramText.parts(first + " " + second);

        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst()).matches("(?s).*[.!]");
        assertThat(String.join(" ", parts)).isEqualTo(first + " " + second);
    }

    @Test
    void a_sentence_without_end_is_cut_after_a_word() {
        var text = "ورده ".repeat(300).strip();

        assertThat(InstagramText.parts(text))
                .allSatisfy(part -> assertThat(part).matches("(ورده ?)+"));
        assertThat(String.join(" ", InstagramText.parts(text))).isEqualTo(text);
    }

    @Test
    void a_word_without_end_is_cut_between_characters_as_people_see_them() {
        var family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        var marked = "بّ";

        for (var character : new String[] {family, marked, "\uD83C\uDDEE\uD83C\uDDF6", "e\u0301"}) {
            var parts = InstagramText.parts(character.repeat(400));

            assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> {
                assertThat(InstagramText.fits(part)).isTrue();
                assertThat(part.length() % character.length()).isZero();
            });
            assertThat(String.join("", parts)).isEqualTo(character.repeat(400));
        }
    }

    @Test
    void whatever_is_written_arrives_whole_in_parts_that_fit() {
        var random = new Random(7);
        var letters = "ابتثج چەڕێ abc .!؟?\n\u0651\u200D\uD83D\uDE00";
        for (var time = 0; time < 300; time++) {
            var text = new StringBuilder();
            var length = random.nextInt(3_000);
            while (text.length() < length) {
                text.appendCodePoint(letters.codePointAt(
                        letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))));
            }
            var parts = InstagramText.parts(text.toString());

            assertThat(parts).allSatisfy(part -> {
                assertThat(part.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 1_000);
                assertThat(new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .isEqualTo(part);
            });
            assertThat(String.join("", parts).replaceAll("\\s", ""))
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
        }
    }

    @Test
    void a_character_of_more_than_a_thousand_bytes_is_cut_between_code_points() {
        var zalgo = "e" + "\u0301".repeat(2_000);

        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(zalgo);
        assertThat(characters.next()).isGreaterThan(1_000);
        assertThat(InstagramText.parts(zalgo)).allMatch(InstagramText::fits);
        assertThat(String.join("", InstagramText.parts(zalgo))).isEqualTo(zalgo);
    }
}
