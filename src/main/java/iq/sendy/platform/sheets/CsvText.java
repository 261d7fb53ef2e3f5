package iq.sendy.platform.sheets;

import java.util.ArrayList;
import java.util.List;

/** Values between delimiters and line breaks, in quotes where they hold either: read in one pass, row by row. */
final class CsvText {

    private static final char QUOTE = '"';

    private final String text;
    private final char delimiter;
    private int at;

    CsvText(String text) {
        this.text = text;
        this.delimiter = delimiter(text);
    }

    void into(Rows rows) throws UnreadableSheet {
        for (var number = 1; at < text.length(); number++) {
            rows.add(number, row());
        }
    }

    private List<String> row() throws UnreadableSheet {
        var cells = new ArrayList<String>();
        do {
            if (cells.size() == Sheet.MOST_COLUMNS) {
                throw Rows.tooWide();
            }
            cells.add(cell());
        } while (passes(delimiter));
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return cells;
    }

    private String cell() throws UnreadableSheet {
        if (at < text.length() && text.charAt(at) == QUOTE) {
            at++;
            return quoted();
        }
        var begin = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        refuseLong(at - begin);
        return text.substring(begin, at);
    }

    private String quoted() throws UnreadableSheet {
        var cell = new StringBuilder();
        do {
            var close = text.indexOf(QUOTE, at);
            if (close < 0) {
                throw broken();
            }
            refuseLong(cell.length() + (close - at));
            cell.append(text, at, close);
            at = close + 1;
            // A quote that is doubled stands for itself.
        } while (passes(QUOTE) && append(cell));
        while (at < text.length() && text.charAt(at) != delimiter && Character.isWhitespace(text.charAt(at))) {
            if (ends(text.charAt(at))) {
                return cell.toString();
            }
            at++;
        }
        if (at < text.length() && !ends(text.charAt(at))) {
            throw broken();
        }
        return cell.toString();
    }

    private static boolean append(StringBuilder cell) {
        cell.append(QUOTE);
        return true;
    }

    private boolean passes(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean ends(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    private static void refuseLong(int length) throws UnreadableSheet {
        if (length > Rows.LONGEST_CELL) {
            throw new UnreadableSheet("A cell of more than " + Rows.LONGEST_CELL + " characters");
        }
    }

    private static UnreadableSheet broken() {
        return new UnreadableSheet("A quote is not closed");
    }

    /** What stands most often in the first line. */
    private static char delimiter(String text) {
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
