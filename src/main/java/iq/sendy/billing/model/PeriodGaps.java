package iq.sendy.billing.model;

import iq.sendy.billing.BillingPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gaps between the periods of a store that are on record: which months, or parts of them, belong there. */
public final class PeriodGaps {

    private PeriodGaps() {}

    /** A period that is missing, and the month of which it may be a part. */
    public record MissingPeriod(BillingPeriod bounds, BillingPeriod month) {}

    /**
     * What is missing up to the moment, so that one period has it.
     *
     * @param opened when the store was: nothing before it is missing, unless the moment is
     * @param standing in any order
     */
    public static List<MissingPeriod> upTo(
            Instant moment, Instant anchor, Instant opened, List<BillingPeriod> standing) {
        if (standing.stream().anyMatch(period -> period.has(moment))) {
            return List.of();
        }
        var before = standing.stream()
                .map(BillingPeriod::end)
                .filter(end -> !end.isAfter(moment))
                .max(Comparator.naturalOrder());
        var next = standing.stream()
                .map(BillingPeriod::start)
                .filter(start -> start.isAfter(moment))
                .min(Comparator.naturalOrder())
                .orElse(null);
        var missing = new ArrayList<MissingPeriod>();
        var from = before.orElseGet(() -> opened.isBefore(moment) ? opened : moment);
        if (before.isEmpty()) {
            from = BillingPeriod.at(anchor, from).start();
        }
        while (!from.isAfter(moment)) {
            var month = BillingPeriod.at(anchor, from);
            var part = new BillingPeriod(from, earlier(month.end(), next));
            missing.add(new MissingPeriod(part, month));
            from = part.end();
        }
        return missing;
    }

    private static Instant earlier(Instant end, @Nullable Instant next) {
        return next != null && next.isBefore(end) ? next : end;
    }

    /**
     * The period that runs.
     *
     * @param latest the last one on record; null is none
     */
    public static BillingPeriod running(Instant moment, Instant anchor, @Nullable BillingPeriod latest) {
        if (latest != null && moment.isBefore(latest.end())) {
            return latest;
        }
        var month = BillingPeriod.at(anchor, moment);
        return latest != null && month.start().isBefore(latest.end())
                ? new BillingPeriod(latest.end(), month.end())
                : month;
    }
}
