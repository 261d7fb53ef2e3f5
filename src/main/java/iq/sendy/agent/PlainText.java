package iq.sendy.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain text of what a shop wrote with some HTML: words and line breaks alone, in one pass. */
final class PlainText {

    private static final Map<String, String> ENTITIES =
            Map.of("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&nbsp;", " ");

    private static final List<String> INLINE = List.of("b", "i", "u", "a", "em", "strong", "span");

    private PlainText() {}

    /** At most so many characters of it; never half of one. */
    static String of(String written, int most) {
        var plain = new StringBuilder();
        // Where no tag can end, none begins; looked for once, or many marks would cost their square.
        var lastEnd = written.lastIndexOf('>');
        var at = 0;
        while (at < written.length() && plain.length() < most) {
            var symbol = written.codePointAt(at);
            if (symbol == '<' && at < lastEnd && opensTag(written, at)) {
                plain.append(isInline(written, at) ? "" : "\n");
                at = written.indexOf('>', at) + 1;
            } else if (symbol == '&') {
                at = entity(written, at, plain);
            } else {
                plain.appendCodePoint(symbol);
                at += Character.charCount(symbol);
            }
        }
        return tidy(plain.length() > most ? plain.substring(0, most - 1) : plain.toString());
    }

    /** A mark that begins no tag, such as that of a comparison, is text. */
    private static boolean opensTag(String written, int at) {
        var next = written.charAt(at + 1);
        return next == '/' || next == '!' || Character.isLetter(next);
    }

    /** Whether it stands inside of a line. */
    private static boolean isInline(String written, int at) {
        var from = written.charAt(at + 1) == '/' ? at + 2 : at + 1;
        return INLINE.stream()
                .anyMatch(name -> written.regionMatches(true, from, name, 0, name.length())
                        && !Character.isLetterOrDigit(written.charAt(from + name.length())));
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

    /** No empty line, and no blanks around one. */
    private static String tidy(String plain) {
        return plain.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
