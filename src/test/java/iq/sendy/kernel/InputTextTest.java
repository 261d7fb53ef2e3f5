package iq.sendy.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.AwkwardText;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTextTest {

    /** Whatever reads a text by itself, whoever calls it with one of whatever length. */
    private static final Map<String, Consumer<String>> READERS = Map.of(
            "clean", InputText::clean,
            "secret", InputText::secret,
            "blank", InputText::blank,
            "parts", InputText::parts,
            "normal", text -> InputText.normal(text, Normalizer.Form.NFKC),
            "phone", Phone::parse,
            "when", When::parse,
            "fold", SearchText::fold,
            "anywhere", SearchText::anywhere,
            "digits", Digits::toAscii);

    /**
     * Asked in a JVM with all compilers, as the product has them: the one of the tests has none for loops of a megabyte, and
     * half of these readers would take twice as long there.
     */
    @Tag("proofs")
    @Test
    void a_million_awkward_characters_cost_what_letters_do() throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        // A busy machine may be late with what it compiles, and the tries be over.
                        "-Xbatch",
                        Costs.class.getName())
                .redirectErrorStream(true);
        command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as("%s", said).isZero();
        assertThat(said.lines().filter(line -> line.endsWith(Costs.IN_PROPORTION)))
                .as("%s", said)
                .hasSize(READERS.size() * AwkwardText.ALL.size());
    }

    /** Says of each reader and each kind of text what it costs. */
    static final class Costs {

        static final String IN_PROPORTION = "in proportion";

        private Costs() {}

        public static void main(String[] arguments) {
            READERS.forEach((name, reader) -> {
                // Eighteen letters for each one take eighteen times as long, which is in proportion.
                var most = AwkwardText.MOST_NANOS * (name.equals("normal") ? 20 : 1);
                for (var awkward : AwkwardText.ALL) {
                    var cost = awkward.texts(AwkwardText.MUCH)
                            .mapToLong(text -> AwkwardText.more(reader, text))
                            .max()
                            .orElseThrow();
                    System.out.println(name + ", " + awkward.name() + ": " + cost / 1_000 + " microseconds, "
                            + (cost < most ? IN_PROPORTION : "out of it"));
                }
            });
        }
    }

    @Test
    void every_character_without_a_shape_is_dropped_at_the_edge_and_inside() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) == Character.FORMAT)
                .filter(c -> c != 0x200C && c != 0x200D)
                .forEach(c -> assertDropped(Character.toString(c)));
        for (var ignorable : new int[] {
            0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x180F, 0x2060, 0x2064, 0x2065, 0x206F,
            0x3164, 0xFE00, 0xFE0F, 0xFFA0, 0xFFF0, 0xFFF8, 0xE0000, 0xE0100, 0xE0FFF
        }) {
            assertDropped(Character.toString(ignorable));
        }
    }

    private static void assertDropped(String character) {
        assertThat(InputText.clean(character + "ab" + character + " c" + character))
                .as("U+%X", character.codePointAt(0))
                .isEqualTo("ab c");
        assertThat(InputText.blank(character)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x09, 0x0A, 0x85, 0xA0, 0x1680, 0x2007, 0x2028, 0x202F, 0x3000})
    void blanks_are_trimmed_and_kept_inside(int blank) {
        var space = Character.toString(blank);
        assertThat(InputText.clean(space + space + "a" + space + "b" + space)).isEqualTo("a" + space + "b");
    }

    @Test
    void joiners_are_kept_inside_words_and_nowhere_else() {
        assertThat(InputText.clean("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
        assertThat(InputText.clean("\uD83D\uDC68\u200D\uD83D\uDC67")).isEqualTo("\uD83D\uDC68\u200D\uD83D\uDC67");
        assertThat(InputText.clean("\u200Ca \u200Cb\u200D c\u200C\u200C")).isEqualTo("a b c");
        assertThat(InputText.clean("a\u061C\u200C\u061Cb")).isEqualTo("a\u200Cb");
        assertThat(InputText.blank("\u200C \u200D")).isTrue();
    }

    @Test
    void what_people_write_stays_as_it_is() {
        for (var text : new String[] {"", "زينب علي", "Straße 5", "مُحَمَّد", "a\nb", "ڕووبار", "\uD83D\uDE00"}) {
            assertThat(InputText.clean(text)).isEqualTo(text);
            assertThat(InputText.normal(text, Normalizer.Form.NFC)).isEqualTo(text);
        }
    }

    @Test
    void a_password_loses_nothing_but_what_is_around_it() {
        assertThat(InputText.secret(" a\u00ADb\u200Cc \u200F\n")).isEqualTo("a\u00ADb\u200Cc");
        assertThat(InputText.secret("heart\u2764\uFE0F")).isEqualTo("heart\u2764\uFE0F");
    }

    @Test
    void of_more_marks_than_any_letter_has_the_rest_is_dropped() {
        assertThat(InputText.normal("a" + "\u0301".repeat(100) + "b", Normalizer.Form.NFD))
                .isEqualTo("a" + "\u0301".repeat(30) + "b");
    }

    @Test
    void nothing_but_a_mark_puts_a_mark_before_itself_into_a_row() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> !InputText.mark(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .forEach(c -> {
                    var row = "\u0301" + Character.toString(c) + "\u0316";
                    // A starter holds the marks on both of its sides apart, so that they never change places over it.
                    assertThat(Normalizer.normalize(row, Normalizer.Form.NFKD).indexOf('\u0301'))
                            .as("U+%X", c)
                            .isZero();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "0770 123 4567",
        "+964 0770 123 4567",
        "+964(0)770-123-4567",
        "00964 770 123 4567",
        "7701234567",
        "٠٧٧٠١٢٣٤٥٦٧",
        "9640770 123 4567"
    })
    void a_phone_is_read_as_people_write_it(String typed) {
        assertThat(Phone.parse(typed)).contains(new Phone("9647701234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u061C", "\u00AD", "\u2060", "\u180E", "\uFE0F", "\u206F", "\u2212", "\u200F", "\u202C", " "})
    void a_phone_may_have_marks_and_dashes_of_every_kind(String mark) {
        assertThat(Phone.parse(mark + "0770" + mark + "1234567" + mark)).contains(new Phone("9647701234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "07",
                "0700 123 4567",
                "07701234567 07701234568",
                "+0770 1234567",
                "00770 1234567",
                "964964 770 1234567",
                "+964 00770 1234567",
                "0770123456a",
                "0720 123 4567"
            })
    void what_is_no_iraqi_mobile_number_is_none(String typed) {
        assertThat(Phone.parse(typed)).isEmpty();
    }

    @Test
    void dates_and_search_words_are_read_through_marks() {
        assertThat(When.parse("\u061C2026-01-02\u200F"))
                .isEqualTo(When.parse("2026-01-02"))
                .isPresent();
        assertThat(SearchText.fold("\u061Cزَيْنَب\u00ADعلي  \u2060")).isEqualTo(SearchText.fold("زينبعلي"));
        assertThat(SearchText.anywhere("50%_a\\")).isEqualTo("%50\\%\\_a\\\\%");
    }
}
