package iq.sendy.printing.paper;

import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which letters of a run its glyphs show, as the layout engine says. It knows clusters: a letter with its marks, or letters
 * that became one shape. Of a cluster's glyphs those without a width show its marks, and the first other one its letters.
 */
final class GlyphTexts {

    private final Map<Integer, String> texts = new HashMap<>();

    GlyphTexts(GlyphVector shaped, String run, boolean backwards) {
        var clusters = new TreeMap<Integer, List<Integer>>();
        for (var i = 0; i < shaped.getNumGlyphs(); i++) {
            clusters.computeIfAbsent(shaped.getGlyphCharIndex(i), _ -> new ArrayList<>())
                    .add(i);
        }
        clusters.forEach((begin, glyphs) -> {
            var next = clusters.higherKey(begin);
            var shown = run.substring(begin, next == null ? run.length() : next);
            share(shaped, backwards ? glyphs.reversed() : glyphs, shown);
        });
    }

    private void share(GlyphVector shaped, List<Integer> glyphs, String shown) {
        var marks = marks(shown);
        var letters = shown.substring(0, shown.length() - marks.length());
        var withoutWidth = glyphs.stream()
                .filter(glyph -> shaped.getGlyphMetrics(glyph).getAdvanceX() == 0)
                .toList();
        var carrier = glyphs.stream()
                .filter(glyph -> !withoutWidth.contains(glyph))
                .findFirst()
                .orElse(glyphs.getFirst());
        texts.put(carrier, letters);
        for (var i = 0; i < withoutWidth.size() && !marks.isEmpty(); i++) {
            // As many glyphs as marks show one each; fewer are ligatures of them.
            var each = withoutWidth.size() == marks.length() ? marks.substring(i, i + 1) : marks;
            texts.putIfAbsent(withoutWidth.get(i), each);
        }
    }

    /** The marks that a cluster ends with. */
    private static String marks(String shown) {
        var begin = shown.length();
        while (begin > 1 && Character.getType(shown.charAt(begin - 1)) == Character.NON_SPACING_MARK) {
            begin--;
        }
        return shown.substring(begin);
    }

    /** Empty where another glyph of the same cluster says so. */
    String shownBy(int glyph) {
        return texts.getOrDefault(glyph, "");
    }
}
