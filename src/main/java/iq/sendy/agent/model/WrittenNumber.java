package iq.sendy.agent.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reading of a number as it was typed, with the separators that people use for thousands and for fractions. */
final class WrittenNumber {

    private static final char ARABIC_DECIMAL = '٫';
    private static final int LONGEST = 15;

    private WrittenNumber() {}

    /** Whether it is one number, and not a list of sizes or a date. */
    static boolean single(String typed) {
        var groups = groups(typed);
        if (groups.size() == 1 || thousands(groups)) {
            return true;
        }
        var whole = groups.subList(0, groups.size() - 1);
        return groups.size() == 2 ? decimal(typed, groups) : thousands(whole) && decimal(typed, groups);
    }

    /** A list such as 38,39 is two sizes: of the commas only that of half a thousand is a fraction. */
    private static boolean decimal(String typed, List<String> groups) {
        var sign = typed.charAt(typed.length() - groups.getLast().length() - 1);
        var digits = groups.getLast().length();
        if (sign == '.' || sign == ARABIC_DECIMAL) {
            return digits <= 2 || groups.size() == 2;
        }
        return (sign == ',' || sign == '،') && digits == 1;
    }

    /** Whether thousands are set apart in it. */
    static boolean grouped(String typed) {
        var groups = groups(typed);
        return groups.size() > 1 && thousands(groups);
    }

    /** Whether it has a fraction of two digits, as dollars have. */
    static boolean cents(String typed) {
        var groups = groups(typed);
        return groups.size() > 1 && !thousands(groups) && groups.getLast().length() == 2;
    }

    /** What it may mean; the first is what people here mean by it. Empty where it is too long for an amount. */
    static List<BigDecimal> values(String typed) {
        var groups = groups(typed);
        if (typed.length() > LONGEST) {
            return List.of();
        }
        var values = new ArrayList<BigDecimal>();
        if (groups.size() == 1 || thousands(groups)) {
            values.add(new BigDecimal(String.join("", groups)));
        }
        if (groups.size() > 1 && (values.isEmpty() || (groups.size() == 2 && typed.indexOf('.') >= 0))) {
            var whole = String.join("", groups.subList(0, groups.size() - 1));
            values.add(new BigDecimal(whole + "." + groups.getLast()));
        }
        return values;
    }

    /** Threes behind one to three digits. */
    private static boolean thousands(List<String> groups) {
        var first = groups.getFirst();
        return first.length() <= 3
                && first.charAt(0) != '0'
                && groups.stream().skip(1).allMatch(group -> group.length() == 3);
    }

    private static List<String> groups(String typed) {
        var groups = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i <= typed.length(); i++) {
            if (i == typed.length() || !ChatText.digit(typed.charAt(i))) {
                groups.add(typed.substring(start, i));
                start = i + 1;
            }
        }
        return groups;
    }
}
