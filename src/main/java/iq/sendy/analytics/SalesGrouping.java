package iq.sendy.analytics;

import iq.sendy.kernel.WireWord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Period of time that sales are added up by. */
public enum SalesGrouping implements WireWord {
    DAY("day"),
    /** From Saturday on, as in Iraq. */
    WEEK("week"),
    MONTH("month");

    private final String word;

    SalesGrouping(String word) {
        this.word = word;
    }

    /** The first day of the period that a day is in. */
    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the period after the one that a day is in. */
    LocalDate next(LocalDate day) {
        var start = start(day);
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
