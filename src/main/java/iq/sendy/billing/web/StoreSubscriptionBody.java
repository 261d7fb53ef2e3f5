package iq.sendy.billing.web;

import iq.sendy.billing.StoreSubscription.MeteredSubscription;
import iq.sendy.billing.TokenUsages.PeriodUsage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store's subscription as it is answered. */
record StoreSubscriptionBody(
        UUID planId,
        String planName,
        Instant periodStart,
        Instant periodEnd,
        @Nullable Long spendCapIqd,
        @Nullable Long spendCapTokens,
        LimitBody staff,
        LimitBody orders) {

    /** How much of a limit is used; null is no limit. */
    record LimitBody(long used, @Nullable Long limit) {}

    static StoreSubscriptionBody of(MeteredSubscription metered) {
        var subscription = metered.subscription();
        var terms = subscription.plan().terms();
        return new StoreSubscriptionBody(
                subscription.plan().id(),
                terms.name(),
                subscription.period().start(),
                subscription.period().end(),
                subscription.spendCap().iqd(),
                subscription.spendCap().tokens(),
                new LimitBody(metered.staff(), terms.staffLimit()),
                new LimitBody(metered.orders(), terms.ordersPerPeriod()));
    }

    /**
     * What the agent has used in the period; prices are for 1,000 tokens.
     *
     * @param warnings about the spend cap, in the language of who asks
     */
    record UsageBody(
            long aiInputTokensUsed,
            long aiOutputTokensUsed,
            @Nullable Long includedInputTokensPerPeriod,
            @Nullable Long includedOutputTokensPerPeriod,
            long overageInputTokens,
            long overageOutputTokens,
            long overageInputTokenPriceIqd,
            long overageOutputTokenPriceIqd,
            long overageChargeIqd,
            Instant periodStart,
            Instant periodEnd,
            List<String> warnings) {

        static UsageBody of(PeriodUsage usage, List<String> warnings) {
            var tokens = usage.allowance();
            return new UsageBody(
                    usage.used().input(),
                    usage.used().output(),
                    tokens.includedInput(),
                    tokens.includedOutput(),
                    usage.overage().input(),
                    usage.overage().output(),
                    tokens.overageInputPrice(),
                    tokens.overageOutputPrice(),
                    usage.charge(),
                    usage.period().start(),
                    usage.period().end(),
                    warnings);
        }
    }
}
