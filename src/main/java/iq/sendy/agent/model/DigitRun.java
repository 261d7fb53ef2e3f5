package iq.sendy.agent.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Run of digits, in groups with a blank, a dash, a dot, a slash or brackets between them, as numbers of phones and cards are
 * written.
 */
record DigitRun(boolean plus, List<DigitGroup> groups) {

    private static final String BETWEEN = " -./()–‑";
    private static final int MOST_BETWEEN = 2;

    DigitRun {
        groups = List.copyOf(groups);
    }

    /** Digits with nothing between them, and where they stand. */
    record DigitGroup(String digits, int start, int end) {}

    /** The run that begins at a place; one without groups where none does. */
    static DigitRun at(String text, int start) {
        var plus = text.charAt(start) == '+';
        var groups = new ArrayList<DigitGroup>();
        var at = plus ? start + 1 : start;
        while (at < text.length() && ChatText.digit(text.charAt(at))) {
            var end = at;
            while (end < text.length() && ChatText.digit(text.charAt(end))) {
                end++;
            }
            groups.add(new DigitGroup(text.substring(at, end), at, end));
            at = next(text, end);
        }
        return new DigitRun(plus, groups);
    }

    /** Where the next group begins; the same place where something else stands between. */
    private static int next(String text, int end) {
        var at = end;
        while (at < text.length() && at - end < MOST_BETWEEN && BETWEEN.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
