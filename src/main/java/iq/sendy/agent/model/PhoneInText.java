package iq.sendy.agent.model;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Phone in a text: a number in it that is an Iraqi mobile number, however it is written. */
public final class PhoneInText {

    /** Between the digits of one number. */
    private static final String BETWEEN = " -.()/\u00A0\u2011\u2012\u2013";

    private static final String GROUPS = "[ /\u00A0]+";

    private static final int SHORTEST = 10;

    /** With a country code that is written twice over, and room for what is no digit. */
    private static final int LONGEST = 40;

    private PhoneInText() {}

    /** The first of a customer's message; a run of digits that is longer is another number, and none of a phone. */
    public static Optional<Phone> first(String text) {
        return all(text).stream().findFirst();
    }

    /** Those of a text, in its order. */
    public static List<Phone> all(String text) {
        var found = new ArrayList<Phone>();
        var digits =
                Digits.toAscii(text.length() > UntrustedText.MESSAGE ? text.substring(0, UntrustedText.MESSAGE) : text);
        for (var i = 0; i < digits.length(); i++) {
            if (isStart(digits, i)) {
                var end = end(digits, i);
                found.addAll(read(digits.substring(i, end)));
                i = end;
            }
        }
        return found;
    }

    private static boolean isStart(String text, int at) {
        return isDigit(text.charAt(at))
                || (text.charAt(at) == '+' && at + 1 < text.length() && isDigit(text.charAt(at + 1)));
    }

    /** Behind the last digit of what may be one number. */
    private static int end(String text, int start) {
        var end = start + 1;
        for (var i = start + 1; i < text.length() && belongs(text.charAt(i)); i++) {
            if (isDigit(text.charAt(i))) {
                end = i + 1;
            }
        }
        return end;
    }

    private static boolean belongs(char c) {
        return isDigit(c) || BETWEEN.indexOf(c) >= 0 || InputText.shapeless(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The numbers that whole groups of the run make: people write two behind each other, and a house before them. */
    private static List<Phone> read(String run) {
        var groups = run.split(GROUPS, -1);
        var found = new ArrayList<Phone>();
        for (var i = 0; i < groups.length; i++) {
            var joined = new StringBuilder();
            for (var j = i; j < groups.length && joined.length() <= LONGEST; j++) {
                joined.append(groups[j]);
                var phone = phone(joined.toString());
                if (phone.isPresent()) {
                    found.add(phone.get());
                    i = j;
                    break;
                }
            }
        }
        return found;
    }

    private static Optional<Phone> phone(String run) {
        return run.length() < SHORTEST || run.length() > LONGEST ? Optional.empty() : Phone.parse(run);
    }
}
