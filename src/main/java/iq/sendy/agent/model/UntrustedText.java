package iq.sendy.agent.model;

import iq.sendy.kernel.InputText;

/**
 * Untrusted text, as a model may read it and a gate judges it: without characters that steer and are not seen, and cut. The
 * non-joiner stays inside words, where Kurdish needs it.
 */
public final class UntrustedText {

    /** Of a customer's message. */
    public static final int MESSAGE = 2_000;

    private static final char JOINER = '\u200D';

    private UntrustedText() {}

    /** At most so many chars of it, cleaned. */
    public static String clean(String text, int most) {
        var bounded = cut(text, 2 * most + MESSAGE);
        var cleaned = new StringBuilder(bounded.length());
        var visible = InputText.clean(bounded);
        for (var i = 0; i < visible.length(); ) {
            var c = visible.codePointAt(i);
            if (c == '\r' && i + 1 < visible.length() && visible.charAt(i + 1) == '\n') {
                i++;
                continue;
            }
            append(cleaned, c);
            i += Character.charCount(c);
        }
        return cut(cleaned.toString(), most).strip();
    }

    /** A customer's message. */
    public static String clean(String text) {
        return clean(text, MESSAGE);
    }

    private static void append(StringBuilder cleaned, int c) {
        if (c == JOINER) {
            return;
        }
        if (c == '\n' || c == '\r' || Character.getType(c) == Character.LINE_SEPARATOR) {
            cleaned.append('\n');
        } else if (InputText.blank(c)) {
            cleaned.append(' ');
        } else if (Character.isISOControl(c)
                || !Character.isDefined(c)
                || Character.getType(c) == Character.SURROGATE) {
            cleaned.append(' ');
        } else {
            cleaned.appendCodePoint(c);
        }
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
