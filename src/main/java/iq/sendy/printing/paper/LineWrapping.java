package iq.sendy.printing.paper;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks a text into the lines that fit into a width; a word that is wider than the paper is broken inside. */
final class LineWrapping {

    private static final String ELLIPSIS = "…";
    private static final int FIRST_LOOK = 32;

    private final boolean bold;
    private final Direction direction;
    private final float width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final float space;
    private float used;

    private LineWrapping(boolean bold, Direction direction, float width) {
        this.bold = bold;
        this.direction = direction;
        this.width = width;
        this.space = measured(" ");
    }

    /**
     * The lines of a text.
     *
     * @param width for a size of one point
     */
    static List<String> lines(String text, boolean bold, Direction direction, float width, int most) {
        var lineWrapping = new LineWrapping(bold, direction, width);
        for (var paragraph : text.strip().split("\n", -1)) {
            lineWrapping.add(paragraph.strip(), most);
            if (lineWrapping.lines.size() > most) {
                break;
            }
        }
        var lines = lineWrapping.lines;
        if (lines.size() <= most) {
            return lines;
        }
        var kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, lineWrapping.ended(kept.getLast()));
        return kept;
    }

    private void add(String paragraph, int most) {
        var words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(paragraph);
        var from = words.first();
        for (var to = words.next(); to != BreakIterator.DONE && lines.size() <= most; to = words.next()) {
            addWord(paragraph.substring(from, to));
            from = to;
        }
        endLine();
    }

    private void addWord(String word) {
        var bare = measured(word.stripTrailing());
        if (used + bare > width && !line.isEmpty()) {
            endLine();
        }
        var rest = word;
        if (bare > width) {
            for (var wide = tooWide(rest); wide > 0; wide = tooWide(rest)) {
                var fitting = fitting(rest, wide);
                lines.add(rest.substring(0, fitting));
                rest = rest.substring(fitting);
            }
            bare = measured(rest.stripTrailing());
        }
        line.append(rest);
        used += bare + (rest.length() - rest.stripTrailing().length()) * space;
    }

    private void endLine() {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
    }

    /**
     * So many first letters of a word that they are wider than the paper, none when all of it fits. It looks at twice as many
     * each time: a word of thousands is not measured as a whole for each of its lines.
     */
    private int tooWide(String word) {
        var bare = word.stripTrailing();
        var looked = Math.min(FIRST_LOOK, bare.length());
        while (measured(bare.substring(0, looked)) <= width) {
            if (looked == bare.length()) {
                return 0;
            }
            looked = Math.min(2 * looked, bare.length());
        }
        return looked;
    }

    /** How much of a word fits that is too wide, and at least one symbol of it: found by halving. */
    private int fitting(String word, int wide) {
        var low = 1;
        var high = wide - 1;
        while (low < high) {
            var middle = (low + high + 1) / 2;
            if (measured(word.substring(0, middle)) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Character.isHighSurrogate(word.charAt(low - 1)) && low < word.length() ? low + 1 : low;
    }

    private String ended(String last) {
        var shorter = last;
        while (!shorter.isEmpty() && measured(shorter + ELLIPSIS) > width) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter.stripTrailing() + ELLIPSIS;
    }

    private float measured(String text) {
        return Shaper.line(text, bold, direction).width();
    }
}
