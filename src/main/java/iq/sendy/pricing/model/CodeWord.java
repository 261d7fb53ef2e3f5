package iq.sendy.pricing.model;

import iq.sendy.kernel.Digits;
import java.util.Locale;
import java.util.regex.Pattern;

/** The word of a discount code, however it was typed. */
public final class CodeWord {

    private static final Pattern VALID = Pattern.compile("[A-Z0-9_-]{2,32}");

    private CodeWord() {}

    public static String normal(String typed) {
        return Digits.toAscii(typed.strip()).toUpperCase(Locale.ROOT);
    }

    /** Whether a normal word may be the word of a code. */
    public static boolean valid(String word) {
        return VALID.matcher(word).matches();
    }
}
