package iq.sendy.billing.model;

import iq.sendy.billing.BillingPeriod;
import iq.sendy.billing.UsagePeriod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Cut between two periods, where a store's plan or the day of its periods changes. What was used stays in the period that
 * it was used in and on that one's terms; periods in which nothing was used make room for a beginning that was named.
 *
 * @param begin of the new period
 * @param shortened end there
 * @param replaced are no more
 * @param month of the new period
 */
public record PeriodCut(Instant begin, List<UsagePeriod> shortened, List<UsagePeriod> replaced, BillingPeriod month) {

    /** What changes: the plan, which closes what runs, or the day alone, or both. */
    public enum PlanChange {
        PLAN,
        DAY,
        PLAN_AND_DAY
    }

    /**
     * Where to cut.
     *
     * @param moment of the change
     * @param anchor the new one
     * @param standing periods of the store, of which one has the moment
     */
    public static PeriodCut at(Instant moment, PlanChange change, Instant anchor, List<UsagePeriod> standing) {
        var month = BillingPeriod.at(anchor, moment);
        var begin = latest(change == PlanChange.PLAN ? moment : month.start(), floor(moment, change, standing));
        var touched = standing.stream()
                .filter(period -> period.bounds().end().isAfter(begin))
                .toList();
        return new PeriodCut(
                begin,
                touched.stream()
                        .filter(period -> period.bounds().start().isBefore(begin))
                        .toList(),
                touched.stream()
                        .filter(period -> !period.bounds().start().isBefore(begin))
                        .toList(),
                month);
    }

    /** The period that begins. */
    public BillingPeriod bounds() {
        return new BillingPeriod(begin, month.end());
    }

    private static Instant floor(Instant moment, PlanChange change, List<UsagePeriod> standing) {
        return standing.stream()
                .filter(period -> period.used().total() > 0)
                .filter(period -> change != PlanChange.DAY || !period.bounds().has(moment))
                .map(period -> earliest(period.bounds().end(), moment))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
