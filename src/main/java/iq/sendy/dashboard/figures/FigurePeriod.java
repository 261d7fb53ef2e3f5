package iq.sendy.dashboard.figures;

import iq.sendy.analytics.DateRange;
import iq.sendy.analytics.SalesGrouping;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Days that figures are shown of, as they were asked for: by a word, or from one day to another.
 *
 * @param word one of {@link #WORDS}, or {@link #DATES}
 * @param from the first day, as it was typed
 * @param to the last day, as it was typed
 * @param fault the code of what is wrong with what was typed, in place of which the usual days are shown
 */
record FigurePeriod(
        String word,
        DateRange range,
        DateRange before,
        String from,
        String to,
        @Nullable String fault) {

    static final List<String> WORDS = List.of("today", "yesterday", "7", "30", "month", "last-month");
    static final String DATES = "dates";

    private static final String USUAL = "30";
    private static final int MOST_COLUMNS_OF_DAYS = 62;
    private static final int MOST_DAYS_IN_WEEKS = 190;

    /** What was asked for, by the parameters of a request. */
    static FigurePeriod of(UnaryOperator<@Nullable String> sent, LocalDate today) {
        var word = sent.apply("range");
        if (DATES.equals(word)) {
            return dates(text(sent.apply("from")), text(sent.apply("to")), today);
        }
        return named(word != null && WORDS.contains(word) ? word : USUAL, today);
    }

    private static String text(@Nullable String sent) {
        return sent == null || sent.length() > 10 ? "" : sent;
    }

    private static FigurePeriod named(String word, LocalDate today) {
        var tomorrow = today.plusDays(1);
        var month = today.withDayOfMonth(1);
        var range = switch (word) {
            case "today" -> new DateRange(today, tomorrow);
            case "yesterday" -> new DateRange(today.minusDays(1), today);
            case "month" -> new DateRange(month, tomorrow);
            case "last-month" -> new DateRange(month.minusMonths(1), month);
            default -> new DateRange(tomorrow.minusDays(Integer.parseInt(word)), tomorrow);
        };
        return new FigurePeriod(word, range, before(word, range), "", "", null);
    }

    /** As many days just before; a month stands against the month before it, and a begun one against as much of that. */
    private static DateRange before(String word, DateRange range) {
        if (!word.endsWith("month")) {
            return new DateRange(range.from().minusDays(range.days()), range.from());
        }
        var start = range.from().minusMonths(1);
        var end = word.equals("month") ? start.plusDays(range.days()) : range.from();
        return new DateRange(start, end.isAfter(range.from()) ? range.from() : end);
    }

    private static FigurePeriod dates(String from, String to, LocalDate today) {
        try {
            var range = new DateRange(LocalDate.parse(from), LocalDate.parse(to).plusDays(1));
            if (range.isSound() && inUse(range.from()) && inUse(range.to())) {
                return new FigurePeriod(DATES, range, before(DATES, range), from, to, null);
            }
        } catch (DateTimeParseException notADay) {
            // It is said below.
        }
        var usual = named(USUAL, today);
        return new FigurePeriod(DATES, usual.range(), usual.before(), from, to, "range.invalid");
    }

    private static boolean inUse(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() < 3000;
    }

    /** By what sales are added up, so that a phone has room for the columns. */
    SalesGrouping grouping() {
        if (range.days() <= MOST_COLUMNS_OF_DAYS) {
            return SalesGrouping.DAY;
        }
        return range.days() <= MOST_DAYS_IN_WEEKS ? SalesGrouping.WEEK : SalesGrouping.MONTH;
    }

    public LocalDate lastDay() {
        return range.to().minusDays(1);
    }

    /** The query that asks for the same days. */
    public String query() {
        return fault != null || !word.equals(DATES)
                ? query(fault == null ? word : USUAL)
                : query(DATES) + "&from=" + from + "&to=" + to;
    }

    static String query(String word) {
        return "range=" + word;
    }
}
