package iq.sendy.analytics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Range of the store's days.
 *
 * @param to exclusive
 */
public record DateRange(LocalDate from, LocalDate to) {

    /** The longest that is answered. */
    public static final int MOST_DAYS = 400;

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** Whether it has a day and not too many. */
    public boolean isSound() {
        return from.isBefore(to) && days() <= MOST_DAYS;
    }

    /** The months that come nearest to it, so that no end is further away than half a month; an empty range at its end if none does. */
    public DateRange nearestMonths() {
        var first = nearestMonth(from);
        var last = nearestMonth(to);
        return first.isBefore(last) ? new DateRange(first, last) : new DateRange(to, to);
    }

    private static LocalDate nearestMonth(LocalDate day) {
        var start = day.withDayOfMonth(1);
        return day.getDayOfMonth() - 1 <= day.lengthOfMonth() / 2 ? start : start.plusMonths(1);
    }
}
