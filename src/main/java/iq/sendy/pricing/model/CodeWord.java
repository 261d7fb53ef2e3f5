package iq.sendy.pricing.model;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import java.util.Locale;

/** The word of a discount code, however it was typed. */
public final class CodeWord {

    private static final int LEAST = 2;
    private static final int MOST = 32;

    private CodeWord() {}

    public static String normal(String typed) {
        return Digits.toAscii(InputText.clean(typed)).toUpperCase(Locale.ROOT);
    }

    /** Whether a normal word may be the word of a code. */
    public static boolean valid(String word) {
        return word.length() >= LEAST
                && word.length() <= MOST
                && word.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }
}
