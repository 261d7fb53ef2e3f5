package iq.sendy.platform.sheets;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Guard against formula injection: what people wrote stays a text when a spreadsheet opens it. */
final class FormulaGuard {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What a spreadsheet would take for the beginning of a formula; the wide ones are one in East Asia. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    private FormulaGuard() {}

    /** The text of a cell; a time has no beginning of a formula. */
    static String guarded(Object value) {
        if (value instanceof Instant instant) {
            return MILLISECONDS.format(instant);
        }
        var text = value.toString();
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
