package iq.sendy.billing;

import iq.sendy.billing.TokenAllowance.TokenCount;
import iq.sendy.billing.store.TokenUseStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Token usage: what the agents of stores have used of AI models, and what that costs beyond the plan. */
@Service
public class TokenUsages {

    private final TokenUseStore uses;
    private final StoreSubscriptions subscriptions;
    private final Pipeline pipeline;

    TokenUsages(TokenUseStore uses, StoreSubscriptions subscriptions, Pipeline pipeline) {
        this.uses = uses;
        this.subscriptions = subscriptions;
        this.pipeline = pipeline;
    }

    /** What a period came to so far. */
    public record PeriodUsage(StoreSubscription subscription, TokenCount used) {

        public TokenCount overage() {
            return subscription.plan().terms().tokens().overage(used);
        }

        /** Whole dinars beyond the plan's price. */
        public long charge() {
            return subscription.plan().terms().tokens().charge(used);
        }
    }

    /** Counts a call with what else its caller writes; false when it was counted before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean count(StoreId store, CountTokens call) {
        return pipeline.ask(uses.insert(store, call)).any();
    }

    /** Of the period that runs. */
    @Transactional(readOnly = true)
    public PeriodUsage of(StoreId store) {
        var subscription = subscriptions.of(store);
        return new PeriodUsage(
                subscription,
                pipeline.ask(uses.sum(store, subscription.period())).single());
    }
}
