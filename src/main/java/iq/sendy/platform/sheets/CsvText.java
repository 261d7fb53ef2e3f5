package iq.sendy.platform.sheets;

import java.util.ArrayList;
import java.util.List;

/** Values between delimiters and line breaks, in quotes where they hold either: read in one pass, row by row. */
final class CsvText {

    private static final char QUOTE = '"';

    /** The comma first, and at last those that stand on Arabic keyboards. */
    private static final String DELIMITERS = ",;\t|\u060C\u061B";

    private static final String SEPARATOR = "sep=";
    private static final int MOST_TITLES = 20;

    private final String text;
    private final char delimiter;
    private int at;
    private int number;

    CsvText(String text) {
        this.text = text;
        var first = line(text, 0);
        var said = said(first);
        if (said == 0) {
            this.delimiter = delimiter(text);
            return;
        }
        this.delimiter = said;
        this.at = next(text, first.length());
    }

    void into(SheetRows sheetRows) throws UnreadableSheet {
        while (at < text.length()) {
            number++;
            sheetRows.add(number, row());
        }
    }

    private List<String> row() throws UnreadableSheet {
        var cells = new ArrayList<String>();
        do {
            if (cells.size() == Sheet.MOST_COLUMNS) {
                throw SheetRows.tooWide();
            }
            cells.add(cell());
        } while (passes(delimiter));
        at = next(text, at);
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
        if (length > SheetRows.LONGEST_CELL) {
            throw new UnreadableSheet(
                    UnreadableSheet.Why.TOO_LARGE, "A cell of more than " + SheetRows.LONGEST_CELL + " characters");
        }
    }

    private UnreadableSheet broken() {
        return new UnreadableSheet(
                UnreadableSheet.Why.OPEN_QUOTE, "A quote is not closed in row " + number, Integer.toString(number));
    }

    /** What Excel is told in a first line such as {@code sep=;}, which is no row; zero where it is told nothing. */
    private static char said(String line) {
        var bare = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"")
                ? line.substring(1, line.length() - 1)
                : line;
        var told = bare.length() == SEPARATOR.length() + 1
                && bare.regionMatches(true, 0, SEPARATOR, 0, SEPARATOR.length());
        var wanted = told ? bare.charAt(SEPARATOR.length()) : 0;
        return wanted == QUOTE || Character.isLetterOrDigit(wanted) ? 0 : wanted;
    }

    /** What stands most often in the first line that has any, outside of quotes: a title above has none. */
    private static char delimiter(String text) {
        var start = 0;
        for (var lines = 0; lines < MOST_TITLES && start < text.length(); lines++) {
            var line = line(text, start);
            var counts = counts(line);
            var best = 0;
            for (var i = 1; i < counts.length; i++) {
                best = counts[i] > counts[best] ? i : best;
            }
            if (counts[best] > 0) {
                return DELIMITERS.charAt(best);
            }
            start = next(text, start + line.length());
        }
        return DELIMITERS.charAt(0);
    }

    private static int[] counts(String line) {
        var counts = new int[DELIMITERS.length()];
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var delimiter = DELIMITERS.indexOf(line.charAt(i));
            quoted ^= line.charAt(i) == QUOTE;
            if (!quoted && delimiter >= 0) {
                counts[delimiter]++;
            }
        }
        return counts;
    }

    private static String line(String text, int start) {
        var end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(start, end);
    }

    /** Behind the line break that stands there, if one does. */
    private static int next(String text, int at) {
        return at >= text.length() ? at : at + (text.startsWith("\r\n", at) ? 2 : 1);
    }
}
