package iq.sendy.printing.paper;

import iq.sendy.kernel.InputText;
import java.text.Normalizer;

/** Texts as they can be printed: nothing that steers, nothing without a shape. */
public final class Printable {

    private static final char BEGIN = '\u202A';
    private static final char END = '\u202C';
    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';
    private static final char NO_BREAK = '\u00A0';
    private static final int UNKNOWN = '?';

    private Printable() {}

    /** A text that somebody typed: it must not turn the lines around it. */
    public static String foreign(String typed) {
        return InputText.clean(typed);
    }

    /** A number, amount or code that keeps its own order inside Arabic, and stays on one line. */
    public static String leftToRight(String text) {
        return BEGIN + foreign(text).replace(' ', NO_BREAK) + END;
    }

    /** Marks that order a line and have no shape themselves. */
    static boolean steers(int symbol) {
        return symbol == BEGIN || symbol == END;
    }

    /** What of a text can be printed. Letters without a shape leave a question mark, pictures and the like leave nothing. */
    static String text(String text) {
        var composed = InputText.normal(text, Normalizer.Form.NFC);
        var printable = new StringBuilder(composed.length());
        composed.replace("\r\n", "\n").codePoints().forEach(symbol -> {
            if (symbol == '\n' || steers(symbol) || symbol == NON_JOINER || symbol == JOINER) {
                printable.appendCodePoint(symbol);
            } else if (Character.isWhitespace(symbol)) {
                printable.append(' ');
            } else if (shown(symbol)) {
                printable.appendCodePoint(symbol);
            } else if (Character.isLetterOrDigit(symbol)) {
                printable.appendCodePoint(UNKNOWN);
            }
        });
        return printable.toString();
    }

    private static boolean shown(int symbol) {
        return switch (Character.getType(symbol)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> Face.LATIN.has(symbol) || Face.ARABIC.has(symbol);
        };
    }
}
