package iq.sendy.printing.paper;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.printing.paper.TextLine.Glyph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What paper does with texts, whoever wrote them. */
class PaperTest {

    private static final String SORANI = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێھ";

    private static TextLine line(String text) {
        return Shaper.line(text, false, Direction.RIGHT_TO_LEFT);
    }

    private static List<Integer> codes(String text) {
        return line(text).glyphs().stream().map(Glyph::code).toList();
    }

    @Test
    void letters_of_a_word_join_and_run_from_right_to_left() {
        var alone = codes("ب").getFirst();
        var joined = line("ببب").glyphs();

        var letters = joined.stream()
                .filter(glyph -> glyph.code() != alone)
                .map(Glyph::code)
                .distinct()
                .toList();
        assertThat(letters).as("initial, medial and final form").hasSizeGreaterThanOrEqualTo(3);
        assertThat(codes("ببب")).isNotEqualTo(List.of(alone, alone, alone));
        assertThat(line("ببب").width()).isLessThan(3 * line("ب").width());
        assertThat(codes("لا"))
                .as("lam and alef are one")
                .hasSizeLessThan(codes("ل").size() + codes("ا").size() + 1);
        // The first letter of the word stands furthest to the right.
        var alef = codes("ا").getFirst();
        var word = line("ابب").glyphs();
        assertThat(word.stream()
                        .max((a, b) -> Float.compare(a.x(), b.x()))
                        .orElseThrow()
                        .code())
                .isEqualTo(alef);
    }

    @ParameterizedTest
    @EnumSource(names = {"ARABIC", "ARABIC_BOLD"})
    void every_letter_of_sorani_is_in_the_font(Face face) {
        assertThat(SORANI.codePoints()).allMatch(face::has);
        for (var letter : SORANI.codePoints().mapToObj(Character::toString).toList()) {
            assertThat(Shaper.line("ب" + letter + "ب", face == Face.ARABIC_BOLD, Direction.RIGHT_TO_LEFT)
                            .glyphs())
                    .as(letter)
                    .allMatch(glyph -> glyph.face() == face && glyph.code() > 0);
        }
    }

    @Test
    void numbers_keep_their_order_inside_arabic() {
        var minus = Shaper.line("-", false, Direction.LEFT_TO_RIGHT)
                .glyphs()
                .getFirst()
                .code();
        var seven = Shaper.line("7", false, Direction.LEFT_TO_RIGHT)
                .glyphs()
                .getFirst()
                .code();

        var glyphs =
                line("الخصم: " + Printable.leftToRight("-7,000") + " دينار").glyphs();

        assertThat(place(glyphs, minus)).isLessThan(place(glyphs, seven));
        assertThat(glyphs.stream().filter(glyph -> glyph.face() == Face.ARABIC)).isNotEmpty();
    }

    private static float place(List<Glyph> glyphs, int code) {
        return glyphs.stream()
                .filter(glyph -> glyph.code() == code && glyph.face() == Face.LATIN)
                .findFirst()
                .orElseThrow()
                .x();
    }

    @Test
    void what_steers_or_has_no_shape_is_not_printed() {
        assertThat(Printable.text("a\u0000\u0007\u200Bb\r\nc\td")).isEqualTo("ab\nc d");
        assertThat(Printable.text("زهور 🌹🎁")).isEqualTo("زهور ");
        assertThat(Printable.text("漢字")).isEqualTo("??");
        assertThat(Printable.text("می\u200Cروم")).contains("\u200C");
        assertThat(Printable.foreign("\u202Eabc\u2066d\u2069\u200F")).isEqualTo("abcd");
        assertThat(Printable.text("\uD83C")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b onload='x'>&amp;</b> %PDF-1.7 ) Tj ET ( \\",
                "ووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووووو",
                "𝒜𝒷𝒸🌹🌹🌹\u202E\u202E\u202E",
                "\n\n\n",
                " ",
                "a\u0301\u0301\u0301\u0301\u0301\u0301",
                "مُحَمَّدٌ ﷺ ﷲ ١٢٣ ۱۲۳ 123 abc שלום"
            })
    void no_line_is_wider_than_the_paper(String text) {
        for (var direction : Direction.values()) {
            var printable = Printable.text(text.repeat(20));
            for (var width : new float[] {3, 8, 30}) {
                assertThat(LineWrapping.lines(printable, true, direction, width, Integer.MAX_VALUE))
                        .allSatisfy(each -> assertThat(
                                        Shaper.line(each, true, direction).width())
                                .isLessThanOrEqualTo(width * 1.02f));
            }
            var paper = Paper.strip(direction, 80, 4);
            assertThat(pages(paper.add(paper.text(text, Style.of(9))).pdf("x"))).hasSize(1);
        }
    }

    @Test
    void wrapping_loses_nothing_but_spaces_and_says_so_where_it_ends_early() {
        var text = "باقة ورد جوري أحمر مع تغليف فاخر ".repeat(30);

        var lines = LineWrapping.lines(text, false, Direction.RIGHT_TO_LEFT, 20, Integer.MAX_VALUE);
        assertThat(String.join(" ", lines)).isEqualTo(text.strip());
        var three = LineWrapping.lines(text, false, Direction.RIGHT_TO_LEFT, 20, 3);
        assertThat(three).hasSize(3);
        assertThat(three.getLast()).endsWith("…");
        assertThat(line(three.getLast()).width()).isLessThanOrEqualTo(20);
    }

    @Test
    void a_strip_grows_and_a_sheet_shrinks_what_is_on_it() {
        var short80 = Paper.strip(Direction.RIGHT_TO_LEFT, 80, 4);
        short80.add(short80.text("مرحبا", Style.of(9)));
        var long80 = Paper.strip(Direction.RIGHT_TO_LEFT, 80, 4);
        var a6 = Paper.sheet(Direction.RIGHT_TO_LEFT, 105, 148, 5);
        for (var i = 0; i < 150; i++) {
            long80.add(long80.text("مرحبا ".repeat(40), Style.of(12)));
            a6.add(a6.text("مرحبا", Style.of(9)));
        }

        var small = pages(short80.pdf("x")).getFirst().getMediaBox();
        assertThat(small.getWidth() / 72 * 25.4).isBetween(79.9, 80.1);
        assertThat(small.getHeight()).isLessThan(60);
        var pages = pages(long80.pdf("x"));
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages).allMatch(page -> page.getMediaBox().getHeight() < 14_400);
        var sheet = pages(a6.pdf("x"));
        assertThat(sheet).hasSize(1);
        assertThat(sheet.getFirst().getMediaBox().getHeight() / 72 * 25.4).isBetween(147.9, 148.1);
    }

    private static List<PDPage> pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<PDPage>();
            document.getPages().forEach(pages::add);
            return pages;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** AWT refuses every font where fontconfig is missing; hidden here by a library of that name which is none. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_machine_with_a_jdk_and_nothing_else_prints(@TempDir Path directory) throws Exception {
        for (var name : List.of("libfontconfig.so.1", "libfontconfig.so")) {
            Files.writeString(directory.resolve(name), "none");
        }
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", classes, Bare.class.getName());
        builder.environment().putAll(Map.of("LD_LIBRARY_PATH", directory.toString()));
        var log = directory.resolve("log");
        var process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A program that prints. */
    static final class Bare {

        private Bare() {}

        public static void main(String[] arguments) {
            var paper = Paper.strip(Direction.RIGHT_TO_LEFT, 80, 4);
            if (paper.add(paper.text("متجر", Style.of(9))).pdf("x").length < 1_000) {
                throw new IllegalStateException("Nothing was printed");
            }
        }
    }
}
