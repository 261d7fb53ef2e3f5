package iq.sendy.printing.paper;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.printing.paper.TextLine.Glyph;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Shaped, in order and with every dot: a picture of what was looked at. -Dwrite=true keeps what is drawn now. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arabic|الطلب #1042 – مُحَمَّد: ٣ × باقة ورد = 25,000 دينار (خصم 10%)",
                "sorani|داواکاریی ڕۆژانە: گوڵی سەڵاحەددین، ێوار ۆ 25,000 دینار – SN-7K3F"
            })
    void a_reference_line_looks_as_it_did(String name, String line) throws IOException {
        var paper = Paper.strip(Direction.RIGHT_TO_LEFT, 80, 4);
        paper.add(paper.text(line, Style.of(9.5f)));
        paper.add(paper.text(line, Style.of(13).strong()));
        var drawn = paper.png();

        var file = Path.of("src", "test", "resources", "paper", name + ".png");
        if (Boolean.getBoolean("write")) {
            Files.createDirectories(file.getParent());
            Files.write(file, drawn);
        }
        assertThat(dots(ImageIO.read(new ByteArrayInputStream(drawn)))).isEqualTo(dots(ImageIO.read(file.toFile())));
    }

    /** One line of characters for each of dots: a difference can be read in the message. */
    private static String dots(BufferedImage picture) {
        var dots = new StringBuilder();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                dots.append(black(picture, x, y) ? '#' : ' ');
            }
            dots.append('\n');
        }
        return dots.toString();
    }

    private static boolean black(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xFF) < 128;
    }

    @Test
    void the_dots_lie_where_the_pdf_has_its_ink() throws IOException {
        for (var direction : Direction.values()) {
            var sheet = Paper.sheet(direction, 105, 60, 5);
            sheet.add(sheet.text(
                            "زهور بغداد – ڕێژەی گوڵ Roses 25,000", Style.of(14).strong()))
                    .add(sheet.rule())
                    .add(sheet.framed(List.of(sheet.text("المبلغ 25,000 دينار", Style.of(20)))))
                    .add(sheet.bars("SN-7K3F-9QXM", 3, 12));
            var dots = ImageIO.read(new ByteArrayInputStream(sheet.png()));
            try (var document = Loader.loadPDF(sheet.pdf("x"))) {
                var ink = new PDFRenderer(document).renderImageWithDPI(0, 203, ImageType.RGB);
                assertThat(Math.abs(ink.getWidth() - dots.getWidth())).isLessThanOrEqualTo(1);
                assertThat(strays(dots, ink)).as("dots without ink near them").isLessThan(20);
                assertThat(strays(ink, dots)).as("ink without dots near it").isLessThan(20);
            }
        }
    }

    /** Black of the one with no black of the other within two dots. */
    private static int strays(BufferedImage one, BufferedImage other) {
        var strays = 0;
        for (var y = 3; y < Math.min(one.getHeight(), other.getHeight()) - 3; y++) {
            for (var x = 3; x < Math.min(one.getWidth(), other.getWidth()) - 3; x++) {
                if (black(one, x, y) && !near(other, x, y)) {
                    strays++;
                }
            }
        }
        return strays;
    }

    private static boolean near(BufferedImage picture, int x, int y) {
        for (var row = y - 2; row <= y + 2; row++) {
            for (var column = x - 2; column <= x + 2; column++) {
                if (black(picture, column, row)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ێوار ڵێرە ڕێکەوت کەسێک هەڵەبجە گوڵ بەڕێز",
                "باقة ورد مع لؤلؤ ولافتة إلى الكرادة",
                "أُغلق الصندوق لمُحَمَّد",
                "گەڕانەوەی کاڵا 25,000"
            })
    void what_is_copied_out_is_what_was_written(String line) throws IOException {
        var paper = Paper.strip(Direction.RIGHT_TO_LEFT, 120, 4);
        paper.add(paper.text(line, Style.of(9)));
        try (var document = Loader.loadPDF(paper.pdf("x"))) {
            var copied = new PDFTextStripper().getText(document).strip();
            // Readers put marks where they see them, which is not always behind their letter.
            assertThat(copied.replaceAll("\\p{Mn}", "")).isEqualTo(line.replaceAll("\\p{Mn}", ""));
        }
    }

    @Test
    void codes_keep_whole_dots_on_a_sheet_that_shrinks() throws IOException {
        var sheet = Paper.sheet(Direction.RIGHT_TO_LEFT, 105, 148, 5);
        for (var i = 0; i < 60; i++) {
            sheet.add(sheet.text("مرحبا بكم في متجرنا", Style.of(12)));
        }
        sheet.add(sheet.bars("SN-7K3F-9QXM", 3, 12));
        var picture = ImageIO.read(new ByteArrayInputStream(sheet.png()));
        var row = picture.getHeight() - 70;
        var runs = new TreeSet<Integer>();
        for (int x = 1, from = 0; x < picture.getWidth(); x++) {
            if (black(picture, x, row) != black(picture, x - 1, row)) {
                if (from > 0) {
                    runs.add(x - from);
                }
                from = x;
            }
        }
        assertThat(runs).isNotEmpty().allMatch(dots -> dots % 3 == 0);
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
            paper.add(paper.text("متجر", Style.of(9)));
            if (paper.pdf("x").length < 1_000 || paper.png().length < 100) {
                throw new IllegalStateException("Nothing was printed");
            }
        }
    }
}
