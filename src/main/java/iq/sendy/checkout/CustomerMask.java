package iq.sendy.checkout;

import iq.sendy.kernel.Phone;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Mask of a customer: what their own people know again, and nobody else learns anything by. */
final class CustomerMask {

    private static final String ELLIPSIS = "\u2026";
    private static final int MOST_WORDS = 6;
    private static final int SHOWN_DIGITS = 3;

    private CustomerMask() {}

    /** The first letter of each word. */
    static String name(String name) {
        return Arrays.stream(name.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> Character.toString(word.codePointAt(0)) + ELLIPSIS)
                .collect(Collectors.joining(" "));
    }

    /** The last three digits. */
    static String phone(Phone phone) {
        var value = phone.value();
        return "*******" + value.substring(value.length() - SHOWN_DIGITS);
    }
}
