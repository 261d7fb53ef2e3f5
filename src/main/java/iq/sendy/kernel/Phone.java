package iq.sendy.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Iraqi mobile number in the one form that is stored and answered, {@code 9647XXXXXXXXX}. It prints masked, so that no
 * log line gives a customer away; {@link #value()} is the number.
 */
public record Phone(String value) {

    private static final Pattern STORED = Pattern.compile("9647[3-9][0-9]{8}");
    private static final Pattern NATIONAL = Pattern.compile("(?:\\+964|00964|964|0)?(7[3-9][0-9]{8})");

    /** Spaces, dashes, brackets, dots, and the invisible direction marks that come with pasted numbers. */
    private static final Pattern NOISE = Pattern.compile(
            "[\\s\\u00A0\\u2007\\u202F\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\-\\u2010-\\u2015()./]+");

    public Phone {
        if (!STORED.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a normalised Iraqi mobile number");
        }
    }

    /** Reads a number as people write it: local or international, with spaces, dashes, Arabic or Persian digits. */
    public static Optional<Phone> parse(String typed) {
        var compact = NOISE.matcher(Digits.toAscii(typed)).replaceAll("");
        var match = NATIONAL.matcher(compact);
        return match.matches() ? Optional.of(new Phone("964" + match.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "9647*******" + value.substring(11);
    }
}
