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

    /** The whole months in it; an empty range at its end if there is none. */
    public DateRange wholeMonths() {
        var first = from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
        var last = to.withDayOfMonth(1);
        return first.isBefore(last) ? new DateRange(first, last) : new DateRange(to, to);
    }
}
