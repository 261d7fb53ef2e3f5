package iq.sendy.billing;

import iq.sendy.billing.TokenAllowance.TokenCount;
import iq.sendy.billing.model.CapLevel;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Token usage: what the agents of stores have used of AI models, and what that costs beyond the plan. */
@Service
public class TokenUsages {

    private final UsagePeriodStore periods;
    private final StoreSubscriptions subscriptions;
    private final Pipeline pipeline;

    TokenUsages(UsagePeriodStore periods, StoreSubscriptions subscriptions, Pipeline pipeline) {
        this.periods = periods;
        this.subscriptions = subscriptions;
        this.pipeline = pipeline;
    }

    /**
     * What a period came to so far.
     *
     * @param allowance as it was when the period began
     * @param level of the spend cap; where a call was refused it is reached
     */
    public record PeriodUsage(BillingPeriod period, TokenAllowance allowance, TokenCount used, CapLevel level) {

        public TokenCount overage() {
            return allowance.overage(used);
        }

        /** Whole dinars beyond the plan's price. */
        public long charge() {
            return allowance.charge(used);
        }
    }

    /** Of the period that runs. */
    @Transactional(readOnly = true)
    public PeriodUsage of(StoreId store) {
        var subscription = subscriptions.of(store);
        return pipeline.ask(periods.latest(store, subscription.period().start()))
                .first()
                .filter(period -> period.bounds().equals(subscription.period()))
                .map(period -> new PeriodUsage(
                        period.bounds(), period.terms().tokens(), period.used(), level(subscription, period)))
                .orElseGet(() -> unused(subscription));
    }

    private static CapLevel level(StoreSubscription subscription, UsagePeriod period) {
        return period.notices().reachedAt() == null
                ? CapLevel.of(subscription.spendCap(), period.terms().tokens(), period.used())
                : CapLevel.REACHED;
    }

    private static PeriodUsage unused(StoreSubscription subscription) {
        return new PeriodUsage(
                subscription.period(), subscription.plan().terms().tokens(), new TokenCount(0, 0), CapLevel.FREE);
    }
}
