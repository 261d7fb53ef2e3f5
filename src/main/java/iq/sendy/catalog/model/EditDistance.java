package iq.sendy.catalog.model;

/** Edit distance of two words: letters missing, wrong, too many, or swapped with their neighbour. */
final class EditDistance {

    private EditDistance() {}

    /** Whether so many edits at most make one word of the other. */
    static boolean within(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return false;
        }
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                var least = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                row[j] = isSwapped(one, i, other, j) ? Math.min(least, before[j - 2] + 1) : least;
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[other.length()] <= most;
    }

    private static boolean isSwapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
