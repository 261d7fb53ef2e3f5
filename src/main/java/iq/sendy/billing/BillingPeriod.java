package iq.sendy.billing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Billing period: a month that begins on the day of its anchor. In UTC, so that a store's new time zone moves none. */
public record BillingPeriod(Instant start, Instant end) {

    /** The period that a moment is in; a month without the anchor's day has its last one instead. */
    public static BillingPeriod at(Instant anchor, Instant moment) {
        var first = anchor.atOffset(ZoneOffset.UTC);
        var months = ChronoUnit.MONTHS.between(first, moment.atOffset(ZoneOffset.UTC));
        while (begins(first, months).isAfter(moment)) {
            months--;
        }
        while (!begins(first, months + 1).isAfter(moment)) {
            months++;
        }
        return new BillingPeriod(begins(first, months), begins(first, months + 1));
    }

    /** Whether a moment is in it; its end is in the next. */
    public boolean has(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    private static Instant begins(OffsetDateTime first, long months) {
        return first.plusMonths(months).toInstant();
    }
}
