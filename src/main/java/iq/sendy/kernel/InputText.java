package iq.sendy.kernel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Sanitization of text that a stranger sent. Whoever reads such a text asks first how long it is and then goes over it once,
 * so that a million blanks, marks or dashes cost what a million letters do. No regular expression stands between the two.
 */
public final class InputText {

    /** Beyond this a text is no number, date, phone, id, or word of a fixed set, whatever stands around it. */
    public static final int LONGEST_WORD = 100;

    /** Blanks and marks around a text that is still read. */
    private static final int AROUND = 1_000;

    /** A password of 128 characters has no spelling that is longer. */
    public static final int LONGEST_SECRET = 1_024;

    /** As in the Stream-Safe Text Format of UAX 15: putting marks in order takes time by the square of their run. */
    private static final int MOST_MARKS = 30;

    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';
    private static final char NEXT_LINE = '\u0085';
    private static final char FIRST_SHAPELESS = '\u00AD';

    private InputText() {}

    /** Whether it is so much longer than the text it may be that nobody need read it; in UTF-16, as it lies there. */
    public static boolean beyond(String typed, int most) {
        return typed.length() > 2 * most + AROUND;
    }

    /** Whether it is too long for a single word, number, date or id. */
    public static boolean beyondWord(String typed) {
        return typed.length() > LONGEST_WORD;
    }

    /** Whether it is too long for any password. */
    public static boolean beyondSecret(String typed) {
        return typed.length() > LONGEST_SECRET;
    }

    /** Trimmed, and without characters that have no shape, but for joiners and non-joiners inside words. */
    public static String clean(String typed) {
        var end = end(typed);
        var start = start(typed, end);
        for (var i = start; i < end; i += Character.charCount(typed.codePointAt(i))) {
            if (shapeless(typed.codePointAt(i))) {
                return visible(typed, start, end);
            }
        }
        return typed.substring(start, end);
    }

    /** Whether nothing in it can be seen. */
    public static boolean blank(String typed) {
        return start(typed, typed.length()) == typed.length();
    }

    /**
     * A password: only what is around it is taken away, since what was hashed once must be found again for good. One that
     * is too long comes back as it is, for its judge to refuse.
     */
    public static String secret(String typed) {
        if (beyondSecret(typed)) {
            return typed;
        }
        var start = 0;
        var end = typed.length();
        while (start < end && around(typed.charAt(start))) {
            start++;
        }
        while (end > start && around(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    /** The parts between commas, each of them cleaned; a part may be empty. */
    public static List<String> parts(String typed) {
        var parts = new ArrayList<String>();
        var start = 0;
        for (var comma = typed.indexOf(','); comma >= 0; comma = typed.indexOf(',', start)) {
            parts.add(clean(typed.substring(start, comma)));
            start = comma + 1;
        }
        parts.add(clean(typed.substring(start)));
        return parts;
    }

    /** A normal form in linear time. Of more than 30 marks on one letter, which no language has, the rest is dropped. */
    public static String normal(String text, Normalizer.Form form) {
        StringBuilder kept = null;
        var run = 0;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            run = mark(c) ? run + 1 : 0;
            if (run > MOST_MARKS && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (run <= MOST_MARKS && kept != null) {
                kept.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return Normalizer.normalize(kept == null ? text : kept, form);
    }

    /** Unicode's {@code White_Space}. */
    public static boolean blank(int symbol) {
        return Character.isWhitespace(symbol) || Character.isSpaceChar(symbol) || symbol == NEXT_LINE;
    }

    /** Unicode's {@code Cf} and {@code Default_Ignorable_Code_Point}: what steers, joins or selects and is not seen. */
    public static boolean shapeless(int symbol) {
        if (symbol < FIRST_SHAPELESS) {
            return false;
        }
        return Character.getType(symbol) == Character.FORMAT
                || symbol == 0x034F
                || within(symbol, 0x115F, 0x1160)
                || within(symbol, 0x17B4, 0x17B5)
                || within(symbol, 0x180B, 0x180F)
                || symbol == 0x2065
                || symbol == 0x3164
                || within(symbol, 0xFE00, 0xFE0F)
                || symbol == 0xFFA0
                || within(symbol, 0xFFF0, 0xFFF8)
                || within(symbol, 0xE0000, 0xE0FFF);
    }

    /** Whether it stands on the letter before it, in any normal form. */
    public static boolean mark(int symbol) {
        return switch (Character.getType(symbol)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            // The voiced sound marks of half-width Katakana become marks when they are composed.
            default -> within(symbol, 0xFF9E, 0xFF9F);
        };
    }

    private static boolean within(int symbol, int first, int last) {
        return symbol >= first && symbol <= last;
    }

    private static boolean around(char c) {
        return blank(c) || Character.getType(c) == Character.FORMAT;
    }

    private static int start(String typed, int end) {
        var start = 0;
        while (start < end && unseen(typed.codePointAt(start))) {
            start += Character.charCount(typed.codePointAt(start));
        }
        return start;
    }

    private static int end(String typed) {
        var end = typed.length();
        while (end > 0 && unseen(typed.codePointBefore(end))) {
            end -= Character.charCount(typed.codePointBefore(end));
        }
        return end;
    }

    private static boolean unseen(int symbol) {
        return blank(symbol) || shapeless(symbol);
    }

    /** What is between two places, both of them next to something that is seen. */
    private static String visible(String typed, int start, int end) {
        var visible = new StringBuilder(end - start);
        // Behind the last thing seen: joiners from here on are inside a word only if a letter follows.
        var seen = 0;
        var blank = true;
        for (var i = start; i < end; ) {
            var c = typed.codePointAt(i);
            if (!shapeless(c)) {
                blank = blank(c);
                if (blank) {
                    visible.setLength(seen);
                }
                visible.appendCodePoint(c);
                seen = visible.length();
            } else if (!blank && (c == JOINER || c == NON_JOINER)) {
                visible.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return visible.toString();
    }
}
