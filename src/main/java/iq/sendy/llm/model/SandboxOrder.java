package iq.sendy.llm.model;

import iq.sendy.kernel.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Order as the sandbox understands it from what a customer wrote: a part with a word for ordering, and then name, province,
 * area and address, each on its line or behind a comma.
 *
 * @param subject what is ordered, as the customer calls it
 */
record SandboxOrder(String subject, long quantity, Optional<DeliveryPlace> destination) {

    private static final int DETAILS = 4;
    private static final int MOST_PIECES = 50;
    private static final int FEWEST_DIGITS_OF_PHONE = 7;

    /** Who gets it, where. */
    record DeliveryPlace(String name, String province, String area, String address) {}

    /** Empty where the last text is about something else. */
    static Optional<SandboxOrder> of(List<String> texts) {
        var last = texts.getLast();
        var wish = newest(texts, SandboxWords.ORDER::in);
        if (wish < 0 || !(SandboxWords.ORDER.in(last) || details(last).isPresent() || isPhone(last))) {
            return Optional.empty();
        }
        var wished = texts.get(wish);
        var parts = parts(wished).stream().filter(SandboxWords.ORDER::in).toList();
        var subject = SandboxWords.subject(String.join(" ", parts));
        var rest = texts.subList(wish, texts.size());
        return Optional.of(new SandboxOrder(
                subject.isEmpty() ? before(texts, wish) : subject,
                quantity(String.join(" ", parts)),
                rest.reversed().stream().flatMap(text -> details(text).stream()).findFirst()));
    }

    private static int newest(List<String> texts, Predicate<String> wanted) {
        for (var i = texts.size() - 1; i >= 0; i--) {
            if (wanted.test(texts.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** What was asked about before "I order it". */
    private static String before(List<String> texts, int wish) {
        return texts.subList(0, wish).reversed().stream()
                .map(SandboxWords::subject)
                .filter(subject -> !subject.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<DeliveryPlace> details(String text) {
        var details = parts(text).stream()
                .filter(part -> !SandboxWords.ORDER.in(part) && digits(part) < FEWEST_DIGITS_OF_PHONE)
                .map(SandboxOrder::withoutLabel)
                .filter(part -> !part.isEmpty())
                .toList();
        return details.size() < DETAILS
                ? Optional.empty()
                : Optional.of(new DeliveryPlace(
                        details.get(0),
                        details.get(1),
                        details.get(2),
                        String.join(" ", details.subList(DETAILS - 1, details.size()))));
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (var line : SandboxWords.split(text, '\n')) {
            SandboxWords.split(line.replace('،', ',').replace('؛', ','), ',').stream()
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
        }
        return parts;
    }

    private static String withoutLabel(String part) {
        return part.substring(part.indexOf(':') + 1).strip();
    }

    private static boolean isPhone(String text) {
        return digits(text) >= FEWEST_DIGITS_OF_PHONE
                && SandboxWords.subject(text).isEmpty();
    }

    private static long digits(String text) {
        return Digits.toAscii(text).chars().filter(c -> c >= '0' && c <= '9').count();
    }

    /** The first number that may be one of pieces, and else one; not one of a name, as in "Roses (12)" or "ROSE-12". */
    private static long quantity(String text) {
        var said = SandboxWords.split(outsideBrackets(text), ' ').stream()
                .filter(word -> !isCode(word))
                .toList();
        return SandboxWords.split(SandboxWords.plain(String.join(" ", said)), ' ').stream()
                .filter(word -> Digits.only(word, 2))
                .mapToLong(Long::parseLong)
                .filter(number -> number >= 1 && number <= MOST_PIECES)
                .findFirst()
                .orElse(1);
    }

    private static boolean isCode(String word) {
        return word.chars().anyMatch(c -> c == '-' || c == '_')
                && word.chars().anyMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    }

    private static String outsideBrackets(String text) {
        var outside = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '(') {
                depth++;
            } else if (letter == ')' && depth > 0) {
                depth--;
                outside.append(' ');
            } else if (depth == 0) {
                outside.append(letter);
            }
        }
        return outside.toString();
    }
}
