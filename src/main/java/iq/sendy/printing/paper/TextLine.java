package iq.sendy.printing.paper;

import java.util.List;

/** One line, shaped: its glyphs from left to right, for a size of one point. */
record TextLine(List<Glyph> glyphs, float width) {

    TextLine {
        glyphs = List.copyOf(glyphs);
    }

    /**
     * A shape out of a font, by its number there.
     *
     * @param text what of the line it shows; empty where another glyph of the same letter says so
     */
    record Glyph(Face face, int code, String text, float x, float y) {}
}
