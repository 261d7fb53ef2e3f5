package iq.sendy.shop.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Plain line of what a merchant wrote, of which no more is read than is shown: without markup and line breaks. */
final class PlainLine {

    private static final String CUT = "…";
    private static final char NO_BREAK = '\u00A0';
    private static final List<String> UNSHOWN = List.of("script", "style");

    private PlainLine() {}

    /** Null where nothing is left. */
    static @Nullable String of(@Nullable String written, int most) {
        if (written == null) {
            return null;
        }
        var line = new StringBuilder(Math.min(written.length(), 2 * most));
        var inside = false;
        for (var i = 0; i < written.length() && line.length() <= most; i++) {
            if (written.charAt(i) == '<') {
                i = behindUnshown(written, i);
            }
            if (i == written.length()) {
                break;
            }
            var c = written.charAt(i);
            var blank = inside || c == '<' || Character.isWhitespace(c) || Character.isISOControl(c);
            inside = c == '<' || (inside && c != '>');
            if (!blank) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        var text = HtmlUtils.htmlUnescape(line.toString())
                .chars()
                .map(c -> Character.isISOControl(c) || c == NO_BREAK ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return text.isEmpty() ? null : cut(text, most);
    }

    /** Where an element that a page does not show ends, if one begins here; what stands in it is no text. */
    private static int behindUnshown(String written, int at) {
        for (var name : UNSHOWN) {
            if (written.regionMatches(true, at + 1, name, 0, name.length())) {
                var end = written.indexOf("</", at);
                while (end >= 0 && !written.regionMatches(true, end + 2, name, 0, name.length())) {
                    end = written.indexOf("</", end + 2);
                }
                return end < 0 ? written.length() : end;
            }
        }
        return at;
    }

    /** At a blank if there is one in the second half, and never inside of a symbol. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var room = most - CUT.length();
        var blank = text.lastIndexOf(' ', room);
        var end = blank > room / 2 ? blank : room;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }
}
