package iq.sendy.agent;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.SearchText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Every whole number in a text, sizes and all, read by other code than the gate's: by this one the gate is judged. */
final class NumbersInText {

    private static final int MOST_DIGITS = 12;
    private static final long THOUSAND = 1_000;
    private static final Set<String> THOUSANDS =
            Set.of(SearchText.fold("ألف"), SearchText.fold("آلاف"), SearchText.fold("هەزار"), "hezar", "thousand", "k");
    private static final String SEPARATORS = ",.،٬٫'";

    private NumbersInText() {}

    static Set<Long> in(String written) {
        var text = Digits.toAscii(written);
        var numbers = new HashSet<Long>();
        for (var i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                var end = end(text, i);
                var value = number(text.substring(i, end));
                value.ifPresent(numbers::add);
                value.filter(_ -> isThousands(text, end)).ifPresent(each -> numbers.add(each * THOUSAND));
                i = end;
            }
        }
        return numbers;
    }

    private static int end(String text, int start) {
        var end = start + 1;
        for (var i = start + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isDigit(c)) {
                end = i + 1;
            } else if (SEPARATORS.indexOf(c) < 0 || i > end) {
                return end;
            }
        }
        return end;
    }

    private static Optional<Long> number(String typed) {
        var digits = new StringBuilder();
        typed.chars().filter(c -> isDigit((char) c)).forEach(c -> digits.append((char) c));
        return digits.length() > MOST_DIGITS ? Optional.empty() : Optional.of(Long.valueOf(digits.toString()));
    }

    private static boolean isThousands(String text, int from) {
        var at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        var end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return THOUSANDS.contains(SearchText.fold(text.substring(at, end)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
