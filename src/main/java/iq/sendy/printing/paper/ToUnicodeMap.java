package iq.sendy.printing.paper;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** ToUnicode map of a font in a PDF: what text its glyphs stand for, so that it can be searched and copied. */
final class ToUnicodeMap {

    /** No section of such a map may be longer. */
    private static final int SECTION = 100;

    private static final String BEGIN = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;
    private static final String END = """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    private ToUnicodeMap() {}

    static byte[] of(Map<Integer, String> texts) {
        var lines = texts.entrySet().stream()
                .filter(glyph -> !glyph.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(glyph -> "<" + HexFormat.of().toHexDigits(glyph.getKey().shortValue()) + "> <"
                        + utf16(glyph.getValue()) + ">\n")
                .toList();
        var map = new StringBuilder(BEGIN);
        for (var from = 0; from < lines.size(); from += SECTION) {
            var section = lines.subList(from, Math.min(lines.size(), from + SECTION));
            map.append(section.size()).append(" beginbfchar\n");
            section.forEach(map::append);
            map.append("endbfchar\n");
        }
        return map.append(END).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String utf16(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }
}
