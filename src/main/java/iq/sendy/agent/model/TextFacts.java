package iq.sendy.agent.model;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.SearchText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Facts in a text of the shop: the numbers, links and phones that its people wrote, which a reply may therefore repeat.
 *
 * @param numbers whole, as written, with thousands that are put apart or said as a word
 */
public record TextFacts(Set<Long> numbers, Set<String> urls, Set<Phone> phones) {

    private static final int MOST_DIGITS = 12;
    private static final long THOUSAND = 1_000;
    private static final String HTTPS = "https://";
    private static final Set<String> THOUSANDS =
            Set.of(SearchText.fold("ألف"), SearchText.fold("آلاف"), SearchText.fold("هەزار"), "hezar", "thousand", "k");
    private static final String SEPARATORS = ",.،٬٫'";

    public TextFacts {
        numbers = Set.copyOf(numbers);
        urls = Set.copyOf(urls);
        phones = Set.copyOf(phones);
    }

    public static TextFacts of(String text) {
        return new TextFacts(numbers(Digits.toAscii(text)), urls(text), new HashSet<>(PhoneInText.all(text)));
    }

    private static Set<String> urls(String text) {
        var urls = new HashSet<String>();
        for (var start = text.indexOf(HTTPS); start >= 0; start = text.indexOf(HTTPS, start + 1)) {
            var end = start;
            while (end < text.length() && !InputText.blank(text.codePointAt(end))) {
                end++;
            }
            urls.add(trimmed(text.substring(start, end)));
        }
        return urls;
    }

    private static String trimmed(String url) {
        var end = url.length();
        while (end > 0 && ".,،)]>؛;\"'".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }

    private static Set<Long> numbers(String text) {
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

    private static Optional<Long> number(String written) {
        var digits = new StringBuilder();
        written.chars().filter(c -> isDigit((char) c)).forEach(c -> digits.append((char) c));
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
