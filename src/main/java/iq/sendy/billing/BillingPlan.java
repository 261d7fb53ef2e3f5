package iq.sendy.billing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Billing plan: what a store gets of the platform in a period, and for how much. */
public record BillingPlan(UUID id, PlanTerms terms, Instant createdAt, Instant updatedAt) {

    /**
     * What operators decide about it.
     *
     * @param priceIqd whole dinars for a period
     * @param staffLimit how many members may sign in beside the owner; null is no limit
     * @param ordersPerPeriod how many orders are meant; those beyond it are taken and counted; null is no limit
     * @param isDefault whether stores have it that were given none; one plan is
     */
    public record PlanTerms(
            String name,
            long priceIqd,
            TokenAllowance tokens,
            @Nullable Long staffLimit,
            @Nullable Long ordersPerPeriod,
            boolean allowsSocialMessaging,
            boolean isDefault) {

        /** What holds where a new plan says nothing. */
        public static final PlanTerms NEW =
                new PlanTerms("", 0, new TokenAllowance(null, null, 0, 0), null, null, true, false);
    }
}
