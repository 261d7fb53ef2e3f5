package iq.sendy.meta;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Length of a text on Instagram, which counts bytes of UTF-8: a thousand, some five hundred Arabic letters. */
public final class InstagramText {

    public static final int MOST_BYTES = 1_000;

    private InstagramText() {}

    /** Whether it goes as one message. */
    public static boolean fits(String text) {
        return bytes(text) <= MOST_BYTES;
    }

    /**
     * The text in as few messages as it takes: cut after a sentence, else after a word, else between two characters as
     * people see them. What is joined again by spaces is the text, but for blanks where it was cut.
     */
    public static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (var rest = text.strip(); !rest.isEmpty(); ) {
            var end = fits(rest) ? rest.length() : end(rest);
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return List.copyOf(parts);
    }

    private static int end(String text) {
        var most = mostThatFits(text);
        for (var breaks :
                List.of(BreakIterator.getSentenceInstance(Locale.ROOT), BreakIterator.getLineInstance(Locale.ROOT))) {
            var end = lastBreak(breaks, text, most);
            if (end > most / 4) {
                return end;
            }
        }
        var end = lastBreak(BreakIterator.getCharacterInstance(Locale.ROOT), text, most);
        return end > 0 ? end : most;
    }

    private static int lastBreak(BreakIterator breaks, String text, int most) {
        breaks.setText(text);
        return breaks.isBoundary(most) ? most : Math.max(0, breaks.preceding(most));
    }

    /** How many chars fit, whole code points. */
    private static int mostThatFits(String text) {
        var bytes = 0;
        var at = 0;
        while (at < text.length()) {
            var point = text.codePointAt(at);
            bytes += bytes(point);
            if (bytes > MOST_BYTES) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static int bytes(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
