package iq.sendy.agent.model;

import iq.sendy.kernel.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Phone numbers in a reply: only the shop's, and those that a tool told, may be there. */
final class ReplyPhones {

    private static final int SHORTEST = 9;
    private static final int LONGEST = 15;

    private final Set<Phone> known;
    private final StringBuilder rest = new StringBuilder();
    private boolean foreign;

    private ReplyPhones(Set<Phone> known) {
        this.known = known;
    }

    /** Reads a folded text. */
    static ReplyPhones read(String folded, Set<Phone> known) {
        var phones = new ReplyPhones(known);
        for (var at = 0; at < folded.length(); ) {
            var run = DigitRun.at(folded, at);
            if (fraction(folded, at)) {
                run = new DigitRun(false, List.of());
            }
            if (run.groups().isEmpty()) {
                phones.rest.append(folded.charAt(at));
                at++;
            } else {
                phones.run(folded, run);
                at = run.groups().getLast().end();
            }
        }
        return phones;
    }

    /** Whether a digit stands behind the separator of a number, and so begins nothing. */
    private static boolean fraction(String folded, int at) {
        if (at > 0 && ChatText.digit(folded.charAt(at - 1))) {
            return true;
        }
        return at > 1 && ",٬٫،".indexOf(folded.charAt(at - 1)) >= 0 && ChatText.digit(folded.charAt(at - 2));
    }

    /** Whether one is not the shop's. */
    boolean anyForeign() {
        return foreign;
    }

    /** The text without them. */
    String rest() {
        return rest.toString();
    }

    private void run(String folded, DigitRun run) {
        var groups = new ArrayList<>(run.groups());
        for (var from = 0; from < groups.size(); ) {
            var taken = taken(groups, from, run.plus() && from == 0);
            if (taken == 0) {
                var end = from + 1 < groups.size()
                        ? groups.get(from + 1).start()
                        : groups.get(from).end();
                rest.append(folded, groups.get(from).start(), end);
                from++;
            } else {
                rest.append(" ☎ ");
                from += taken;
            }
        }
    }

    /** How many groups are a number of a phone. */
    private int taken(List<DigitRun.DigitGroup> groups, int from, boolean plus) {
        if (date(groups, from)) {
            return 0;
        }
        for (var to = from; to < groups.size(); to++) {
            var phone = phone(groups, from, to, plus);
            if (phone.isPresent()) {
                foreign |= !known.contains(phone.get());
                return to - from + 1;
            }
        }
        return unknown(groups, from, plus);
    }

    private static Optional<Phone> phone(List<DigitRun.DigitGroup> groups, int from, int to, boolean plus) {
        var digits = new StringBuilder(plus ? "+" : "");
        for (var group : groups.subList(from, to + 1)) {
            digits.append(group.digits());
        }
        return Phone.parse(digits.toString());
    }

    private static boolean mobile(List<DigitRun.DigitGroup> groups, int from) {
        return IntStream.range(from, groups.size())
                .anyMatch(to -> phone(groups, from, to, false).isPresent());
    }

    /** What begins as numbers of phones do and is as long, or is one long row. */
    private int unknown(List<DigitRun.DigitGroup> groups, int from, boolean plus) {
        var first = groups.get(from).digits();
        if (first.length() >= SHORTEST) {
            foreign = true;
            return 1;
        }
        if (!plus && (first.charAt(0) != '0' || first.length() < 2)) {
            return 0;
        }
        var length = 0;
        var to = from;
        while (to < groups.size()
                && !date(groups, to)
                && !mobile(groups, to)
                && length + groups.get(to).digits().length() <= LONGEST) {
            length += groups.get(to).digits().length();
            to++;
        }
        if (length < SHORTEST) {
            return 0;
        }
        foreign = true;
        return to - from;
    }

    /** Day, month and year in either order. */
    private static boolean date(List<DigitRun.DigitGroup> groups, int from) {
        if (from + 2 >= groups.size()) {
            return false;
        }
        var first = groups.get(from).digits().length();
        var second = groups.get(from + 1).digits().length();
        var third = groups.get(from + 2).digits().length();
        return second <= 2 && ((first <= 2 && third == 4) || (first == 4 && third <= 2));
    }
}
