package iq.sendy.printing.paper;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Writes what a page of a PDF shows, in PDF's own words; remembers which glyphs of which font were needed. */
final class PdfPen implements Pen {

    private final StringBuilder content = new StringBuilder();
    private final Map<Face, Map<Integer, String>> used;
    private final float pageHeight;
    private final float scale;

    PdfPen(float pageHeight, float scale, Map<Face, Map<Integer, String>> used) {
        this.pageHeight = pageHeight / scale;
        this.scale = scale;
        this.used = used;
        if (scale != 1) {
            number(scale).append("0 0 ");
            number(scale).append("0 0 cm\n");
        }
    }

    static Map<Face, Map<Integer, String>> nothingUsed() {
        return new EnumMap<>(Face.class);
    }

    @Override
    public float scale() {
        return scale;
    }

    @Override
    public void fill(float x, float y, float width, float height) {
        number(x);
        number(pageHeight - y - height);
        number(width);
        number(height).append("re f\n");
    }

    @Override
    public void text(TextLine line, float size, float x, float baseline) {
        if (line.glyphs().isEmpty()) {
            return;
        }
        content.append("BT\n");
        Face face = null;
        for (var glyph : line.glyphs()) {
            if (glyph.face() != face) {
                face = glyph.face();
                content.append('/').append(face.name()).append(' ');
                number(size).append("Tf\n");
            }
            content.append("1 0 0 1 ");
            number(x + glyph.x() * size);
            number(pageHeight - baseline - glyph.y() * size).append("Tm <");
            hexadecimal(glyph.code());
            content.append("> Tj\n");
            used.computeIfAbsent(face, _ -> new HashMap<>()).merge(glyph.code(), glyph.text(), PdfPen::firstSaid);
        }
        content.append("ET\n");
    }

    /** Letters of two languages may look the same in the middle of a word: what is copied is one of them. */
    private static String firstSaid(String before, String now) {
        return before.isEmpty() ? now : before;
    }

    private void hexadecimal(int code) {
        for (var shift = 12; shift >= 0; shift -= 4) {
            content.append(Character.forDigit((code >> shift) & 0xF, 16));
        }
    }

    /** With three decimals, whatever the machine's language: a thousandth of a point is nobody's loss. */
    private StringBuilder number(float value) {
        var thousandths = Math.round(value * 1_000.0);
        if (thousandths < 0) {
            content.append('-');
        }
        var whole = Math.abs(thousandths);
        content.append(whole / 1_000).append('.');
        var rest = whole % 1_000;
        content.append((char) ('0' + rest / 100))
                .append((char) ('0' + rest / 10 % 10))
                .append((char) ('0' + rest % 10));
        return content.append(' ');
    }

    byte[] bytes() {
        return content.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
