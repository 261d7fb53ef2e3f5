package iq.sendy.printing.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** The fonts that come along, each once for shaping and once as the bytes that are embedded. */
@SuppressWarnings("ImmutableEnumChecker") // Neither the font nor its bytes are ever changed or handed out.
enum Face {
    LATIN("NotoSans-Regular"),
    LATIN_BOLD("NotoSans-Bold"),
    ARABIC("NotoSansArabic-Regular"),
    ARABIC_BOLD("NotoSansArabic-Bold");

    /** Shaped at the size in which fonts are designed: no rounding to any printer's dots. */
    static final float DESIGN_SIZE = 1_000;

    private final byte[] file;
    private final Font font;

    Face(String name) {
        Fontless.prepare();
        try (var stream = Face.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (stream == null) {
                throw new IllegalStateException("fonts/" + name + ".ttf is not packed");
            }
            this.file = stream.readAllBytes();
            this.font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                    .deriveFont(DESIGN_SIZE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (FontFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    byte[] file() {
        return file.clone();
    }

    Font font() {
        return font;
    }

    /** The shape of a glyph at the size of design, for a baseline that begins at nought. */
    Shape outline(int glyph) {
        return font.createGlyphVector(Shaper.EXACT, new int[] {glyph}).getOutline();
    }

    boolean has(int symbol) {
        return font.canDisplay(symbol);
    }

    /**
     * The face of a symbol: the Arabic one for what joins with Arabic letters, the other for the rest.
     *
     * @param before the face of the symbol before, which marks and joiners keep to
     */
    static @Nullable Face of(int symbol, boolean bold, @Nullable Face before) {
        if (Printable.steers(symbol)) {
            return null;
        }
        if (before != null && UnicodeScript.of(symbol) == UnicodeScript.INHERITED) {
            return before;
        }
        var arabic = bold ? ARABIC_BOLD : ARABIC;
        var latin = bold ? LATIN_BOLD : LATIN;
        var first = arabic(symbol) ? arabic : latin;
        var second = arabic(symbol) ? latin : arabic;
        return first.has(symbol) ? first : second;
    }

    /** By block and not by script: commas and the stroke between letters count as common to all scripts. */
    private static boolean arabic(int symbol) {
        return (symbol >= 0x0600 && symbol <= 0x06FF)
                || (symbol >= 0x0750 && symbol <= 0x077F)
                || (symbol >= 0x08A0 && symbol <= 0x08FF)
                || (symbol >= 0xFB50 && symbol <= 0xFDFF)
                || (symbol >= 0xFE70 && symbol <= 0xFEFF);
    }
}
