package iq.sendy.billing;

import iq.sendy.billing.TokenAllowance.TokenCount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Usage period: a billing period, or the part of one between two changes of plan, with the terms that held when it began
 * and the sum of its billable events.
 *
 * @param month the whole period, which the plan's price is for
 */
public record UsagePeriod(
        BillingPeriod bounds, BillingPeriod month, PeriodTerms terms, TokenCount used, CapNotices notices) {

    /**
     * What a plan asked and gave when the period began.
     *
     * @param priceIqd whole dinars for a whole period
     */
    public record PeriodTerms(UUID plan, String planName, long priceIqd, TokenAllowance tokens) {

        static PeriodTerms of(BillingPlan plan) {
            var terms = plan.terms();
            return new PeriodTerms(plan.id(), terms.name(), terms.priceIqd(), terms.tokens());
        }
    }

    /**
     * What was said of the spend cap: once each.
     *
     * @param nearAt null is not yet
     * @param reachedAt null is not yet
     */
    public record CapNotices(
            @Nullable Instant nearAt, @Nullable Instant reachedAt) {

        static final CapNotices NONE = new CapNotices(null, null);
    }

    /** One that begins. */
    static UsagePeriod opening(BillingPeriod bounds, BillingPeriod month, PeriodTerms terms) {
        return new UsagePeriod(bounds, month, terms, new TokenCount(0, 0), CapNotices.NONE);
    }

    /** What is used beyond the plan, in whole dinars. */
    public long charge() {
        return terms.tokens().charge(used);
    }
}
