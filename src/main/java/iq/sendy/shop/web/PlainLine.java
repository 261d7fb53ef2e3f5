package iq.sendy.shop.web;

import org.jspecify.annotations.Nullable;

/** Plain line of what a merchant wrote, of which no more is read than is shown: without markup and line breaks. */
final class PlainLine {

    private static final String CUT = "…";

    private PlainLine() {}

    /** Null where nothing is left. */
    static @Nullable String of(@Nullable String written, int most) {
        if (written == null) {
            return null;
        }
        var line = new StringBuilder(Math.min(written.length(), 2 * most));
        var inside = false;
        for (var i = 0; i < written.length() && line.length() <= most; i++) {
            var c = written.charAt(i);
            var blank = inside || c == '<' || Character.isWhitespace(c) || Character.isISOControl(c);
            inside = c == '<' || (inside && c != '>');
            if (!blank) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        var text = line.toString().strip();
        return text.isEmpty() ? null : cut(text, most);
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
