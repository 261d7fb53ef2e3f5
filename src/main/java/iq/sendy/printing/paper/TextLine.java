package iq.sendy.printing.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/** One line, shaped: its glyphs from left to right, for a size of one point. */
record TextLine(List<Glyph> glyphs, float width) {

    TextLine {
        glyphs = List.copyOf(glyphs);
    }

    /** Its letters as one shape. */
    Path2D shape(float size, float x, float baseline) {
        var letters = new Path2D.Float(Path2D.WIND_NON_ZERO);
        for (var glyph : glyphs) {
            var place = AffineTransform.getTranslateInstance(x + glyph.x() * size, baseline + glyph.y() * size);
            place.scale(size / Face.DESIGN_SIZE, size / Face.DESIGN_SIZE);
            letters.append(glyph.face().outline(glyph.code()).getPathIterator(place), false);
        }
        return letters;
    }

    /**
     * A shape out of a font, by its number there.
     *
     * @param text what of the line it shows; empty where another glyph of the same letter says so
     */
    record Glyph(Face face, int code, String text, float x, float y) {}
}
