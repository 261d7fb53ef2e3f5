package iq.sendy.messaging;

import iq.sendy.kernel.Digits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of payment cards in what people write. A shop that is paid in cash has no use for one, so it is masked before it is
 * stored. Told by length, first digits and the check digit of Luhn; numbers of phones, orders, articles and devices are none.
 */
public final class CardNumbers {

    private static final String MASK = "••••";
    private static final int LAST = 4;
    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;
    private static final int SHORTEST_GROUP = 3;

    private CardNumbers() {}

    /** Whether there is one, or was one that is masked. */
    public static boolean in(String text) {
        return text.contains(MASK) || !found(text).isEmpty();
    }

    /** The text with all but the last four digits of each hidden. */
    public static String mask(String text) {
        var found = found(text);
        if (found.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder(text);
        for (var place : found.reversed()) {
            masked.replace(place.start, place.end, MASK + " " + place.digits.substring(place.digits.length() - LAST));
        }
        return masked.toString();
    }

    /** The same; nothing stays nothing. */
    public static @Nullable String maskIn(@Nullable String text) {
        return text == null ? null : mask(text);
    }

    private record CardPlace(String digits, int start, int end) {}

    private static List<CardPlace> found(String typed) {
        var text = Digits.toAscii(typed);
        var found = new ArrayList<CardPlace>();
        for (var at = 0; at < text.length(); ) {
            if (!digit(text, at)) {
                at++;
                continue;
            }
            var groups = groups(text, at);
            cards(groups, found);
            at = groups.getLast().end;
        }
        return found;
    }

    /** Digits with at most one blank or dash between groups of them. */
    private static List<CardPlace> groups(String text, int start) {
        var groups = new ArrayList<CardPlace>();
        for (var at = start; digit(text, at); ) {
            var end = at;
            while (digit(text, end)) {
                end++;
            }
            groups.add(new CardPlace(text.substring(at, end), at, end));
            at = end < text.length() && " -\u00A0".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        }
        return groups;
    }

    private static void cards(List<CardPlace> groups, List<CardPlace> found) {
        for (var from = 0; from < groups.size(); ) {
            var card = card(groups, from);
            if (card > from) {
                found.add(joined(groups, from, card));
            }
            from = Math.max(card, from + 1);
        }
    }

    /** Behind the last group of the card that begins here; 0 where none does. */
    private static int card(List<CardPlace> groups, int from) {
        var length = 0;
        for (var to = from; to < groups.size(); to++) {
            var group = groups.get(to).digits.length();
            length += group;
            if (length > LONGEST || (group <= SHORTEST_GROUP && to == from)) {
                return 0;
            }
            if (length >= SHORTEST && isCard(joined(groups, from, to + 1).digits)) {
                return to + 1;
            }
            if (group <= SHORTEST_GROUP) {
                return 0;
            }
        }
        return 0;
    }

    private static CardPlace joined(List<CardPlace> groups, int from, int to) {
        var digits = new StringBuilder();
        groups.subList(from, to).forEach(group -> digits.append(group.digits));
        return new CardPlace(digits.toString(), groups.get(from).start, groups.get(to - 1).end);
    }

    private static boolean isCard(String digits) {
        return issued(digits) && luhn(digits);
    }

    /** Of 14 digits Diners Club, of 15 American Express; longer ones by the first digit of banks and of networks. */
    private static boolean issued(String digits) {
        return switch (digits.length()) {
            case 14 -> digits.startsWith("36") || digits.startsWith("38") || digits.startsWith("30");
            case 15 -> digits.startsWith("34") || digits.startsWith("37");
            default -> "234569".indexOf(digits.charAt(0)) >= 0 && !digits.startsWith("964");
        };
    }

    private static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var twice = i % 2 == 1 ? digit * 2 : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    private static boolean digit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
