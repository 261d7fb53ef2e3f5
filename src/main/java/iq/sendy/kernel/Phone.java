package iq.sendy.kernel;

import java.util.Optional;

/**
 * An Iraqi mobile number in the one form that is stored and answered, {@code 9647XXXXXXXXX}. It prints masked, so that no
 * log line gives a customer away; {@link #value()} is the number.
 */
public record Phone(String value) {

    private static final String COUNTRY = "964";
    private static final int NATIONAL = 10;
    private static final char MINUS = '\u2212';

    public Phone {
        if (!value.startsWith(COUNTRY) || !national(value.substring(COUNTRY.length()))) {
            throw new IllegalArgumentException("Not a normalised Iraqi mobile number");
        }
    }

    /**
     * Reads a number as people write it: local or international, with spaces, dashes, Arabic or Persian digits, the marks
     * that come with pasted text, and with the zero that many leave behind the country code.
     */
    public static Optional<Phone> parse(String typed) {
        if (InputText.beyondWord(typed)) {
            return Optional.empty();
        }
        var compact = new StringBuilder(typed.length());
        Digits.toAscii(typed).codePoints().filter(c -> !noise(c)).forEach(compact::appendCodePoint);
        var number = without("0", country(compact.toString()));
        return national(number) ? Optional.of(new Phone(COUNTRY + number)) : Optional.empty();
    }

    /** Blanks, brackets, dots, slashes, every dash, and what has no shape. */
    private static boolean noise(int c) {
        return InputText.blank(c)
                || InputText.shapeless(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || c == MINUS
                || "()./".indexOf(c) >= 0;
    }

    /** The number behind its country code; a national one has none and begins with 0 or 7. */
    private static String country(String compact) {
        for (var prefix : new String[] {"+" + COUNTRY, "00" + COUNTRY, COUNTRY}) {
            if (compact.startsWith(prefix)) {
                return compact.substring(prefix.length());
            }
        }
        return compact;
    }

    private static String without(String prefix, String text) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static boolean national(String number) {
        return number.length() == NATIONAL
                && Digits.only(number, NATIONAL)
                && number.charAt(0) == '7'
                && number.charAt(1) >= '3';
    }

    /** The number as people at home write it: {@code 0770 123 4567}. */
    public String atHome() {
        var number = "0" + value.substring(COUNTRY.length());
        return number.substring(0, 4) + " " + number.substring(4, 7) + " " + number.substring(7);
    }

    @Override
    public String toString() {
        return "9647*******" + value.substring(11);
    }
}
