package iq.sendy.kernel;

/** Arabic-Indic and Persian digits, which people type wherever a number is asked, as the ASCII digits that are stored. */
public final class Digits {

    private Digits() {}

    /** Every {@code ٠-٩} and {@code ۰-۹} becomes its ASCII digit; all else stays as it is. */
    public static String toAscii(String typed) {
        StringBuilder ascii = null;
        for (var i = 0; i < typed.length(); i++) {
            var c = typed.charAt(i);
            var digit = digit(c);
            if (digit >= 0 && c > '9') {
                if (ascii == null) {
                    ascii = new StringBuilder(typed);
                }
                ascii.setCharAt(i, (char) ('0' + digit));
            }
        }
        return ascii == null ? typed : ascii.toString();
    }

    /** Whether it is a row of ASCII digits: at least one, and at most so many. */
    public static boolean only(String text, int most) {
        return !text.isEmpty() && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Not {@link Character#digit}: that accepts every script of Unicode, and the contract names three. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= '\u0660' && c <= '\u0669') {
            return c - '\u0660';
        }
        return c >= '\u06F0' && c <= '\u06F9' ? c - '\u06F0' : -1;
    }
}
