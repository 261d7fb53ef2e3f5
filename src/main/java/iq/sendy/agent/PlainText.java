package iq.sendy.agent;

import java.util.Map;

/** Plain text of what a shop wrote with some HTML: words and line breaks alone, in one pass. */
final class PlainText {

    private static final Map<String, String> ENTITIES = Map.of(
            "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&nbsp;", " ");

    private PlainText() {}

    /** At most so many characters of it. */
    static String of(String written, int most) {
        var plain = new StringBuilder();
        var at = 0;
        while (at < written.length() && plain.length() < most) {
            var symbol = written.charAt(at);
            if (symbol == '<' && isTag(written, at)) {
                var end = written.indexOf('>', at);
                plain.append(breaks(written, at) ? '\n' : ' ');
                at = end + 1;
            } else if (symbol == '&') {
                at = entity(written, at, plain);
            } else {
                plain.append(symbol);
                at++;
            }
        }
        return tidy(plain);
    }

    /** A mark that begins no tag, such as that of a comparison, is text. */
    private static boolean isTag(String written, int at) {
        var next = at + 1 < written.length() ? written.charAt(at + 1) : ' ';
        return (next == '/' || next == '!' || Character.isLetter(next)) && written.indexOf('>', at) > 0;
    }

    private static boolean breaks(String written, int at) {
        var from = written.charAt(at + 1) == '/' ? at + 2 : at + 1;
        return !written.regionMatches(true, from, "b>", 0, 2)
                && !written.regionMatches(true, from, "i>", 0, 2)
                && !written.regionMatches(true, from, "a", 0, 1)
                && !written.regionMatches(true, from, "strong", 0, 6);
    }

    private static int entity(String written, int at, StringBuilder plain) {
        for (var entity : ENTITIES.entrySet()) {
            if (written.startsWith(entity.getKey(), at)) {
                plain.append(entity.getValue());
                return at + entity.getKey().length();
            }
        }
        plain.append('&');
        return at + 1;
    }

    /** No empty line, and no blank beside another. */
    private static String tidy(StringBuilder plain) {
        var tidy = new StringBuilder(plain.length());
        for (var line : plain.toString().split("\n", -1)) {
            var words = line.strip();
            if (!words.isEmpty()) {
                tidy.append(tidy.isEmpty() ? "" : "\n").append(words);
            }
        }
        return tidy.toString();
    }
}
