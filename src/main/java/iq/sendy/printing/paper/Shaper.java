package iq.sendy.printing.paper;

import iq.sendy.printing.paper.TextLine.Glyph;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a line of text into glyphs: the order of runs is Java's, the joining of letters that of the font. */
final class Shaper {

    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** Glyphs from here on stand for nothing: the engine leaves them where letters were merged. */
    private static final int NO_GLYPH = 0xFFFE;

    private Shaper() {}

    /** A part of the text in one direction, and in one font. */
    private record Run(int from, int to, boolean backwards, Face face) {}

    static TextLine line(String text, boolean bold, Direction direction) {
        var glyphs = new ArrayList<Glyph>();
        var x = 0f;
        var symbols = text.toCharArray();
        for (var run : runs(text, bold, direction)) {
            var flags = run.backwards ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
            var shaped = run.face.font().layoutGlyphVector(EXACT, symbols, run.from, run.to, flags);
            var texts = new GlyphTexts(shaped, text.substring(run.from, run.to), run.backwards);
            for (var i = 0; i < shaped.getNumGlyphs(); i++) {
                var code = shaped.getGlyphCode(i);
                var place = shaped.getGlyphPosition(i);
                if (code > 0 && code < NO_GLYPH) {
                    glyphs.add(new Glyph(
                            run.face,
                            code,
                            texts.shownBy(i),
                            x + (float) place.getX() / Face.DESIGN_SIZE,
                            (float) place.getY() / Face.DESIGN_SIZE));
                }
            }
            x += (float) shaped.getGlyphPosition(shaped.getNumGlyphs()).getX() / Face.DESIGN_SIZE;
        }
        return new TextLine(glyphs, x);
    }

    /** From left to right on paper. */
    private static List<Run> runs(String text, boolean bold, Direction direction) {
        if (text.isEmpty()) {
            return List.of();
        }
        var base = direction == Direction.RIGHT_TO_LEFT ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT;
        var bidi = new Bidi(text, base);
        var levels = new byte[bidi.getRunCount()];
        var order = new Integer[levels.length];
        for (var i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        var runs = new ArrayList<Run>();
        for (var i : order) {
            var backwards = bidi.getRunLevel(i) % 2 == 1;
            var parts = parts(text, bidi.getRunStart(i), bidi.getRunLimit(i), backwards, bold);
            runs.addAll(backwards ? parts.reversed() : parts);
        }
        return Collections.unmodifiableList(runs);
    }

    private static List<Run> parts(String text, int from, int to, boolean backwards, boolean bold) {
        var parts = new ArrayList<Run>();
        var begin = from;
        @Nullable Face face = null;
        for (var at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            var next = Face.of(text.codePointAt(at), bold, face);
            if (next != face) {
                add(parts, begin, at, backwards, face);
                begin = at;
                face = next;
            }
        }
        add(parts, begin, to, backwards, face);
        return parts;
    }

    private static void add(List<Run> parts, int from, int to, boolean backwards, @Nullable Face face) {
        if (face != null && from < to) {
            parts.add(new Run(from, to, backwards, face));
        }
    }
}
