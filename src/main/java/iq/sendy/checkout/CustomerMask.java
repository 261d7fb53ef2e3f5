package iq.sendy.checkout;

import iq.sendy.kernel.Phone;

/** Mask of a customer: what their own people know again, and nobody else learns anything by. */
final class CustomerMask {

    private static final String ELLIPSIS = "\u2026";
    private static final int MOST_WORDS = 6;
    private static final int SHOWN_DIGITS = 3;

    private CustomerMask() {}

    /** The first letter of each word. */
    static String name(String name) {
        var masked = new StringBuilder();
        var words = 0;
        for (var at = 0; at < name.length() && words < MOST_WORDS; at++) {
            var begins = name.charAt(at) != ' ' && (at == 0 || name.charAt(at - 1) == ' ');
            if (begins) {
                masked.append(words == 0 ? "" : " ")
                        .appendCodePoint(name.codePointAt(at))
                        .append(ELLIPSIS);
                words++;
            }
        }
        return masked.toString();
    }

    /** The last three digits. */
    static String phone(Phone phone) {
        var value = phone.value();
        return "*******" + value.substring(value.length() - SHOWN_DIGITS);
    }
}
