package iq.sendy.billing.web;

import iq.sendy.billing.StoreSubscription.MeteredSubscription;
import iq.sendy.billing.TokenUsages.PeriodUsage;
import java.time.Instant;
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

    /** What the agent has used in the period; prices are for 1,000 tokens. */
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
            Instant periodEnd) {

        static UsageBody of(PeriodUsage usage) {
            var subscription = usage.subscription();
            var tokens = subscription.plan().terms().tokens();
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
                    subscription.period().start(),
                    subscription.period().end());
        }
    }
}
