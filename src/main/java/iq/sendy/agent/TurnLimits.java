package iq.sendy.agent;

import iq.sendy.agent.model.DispatchGuards.LimitFacts;
import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.billing.StoreSubscriptions;
import iq.sendy.billing.TokenBudget;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Limits of turns: what a store's plan and its spend cap leave, and how many a contact has had. */
@Component
class TurnLimits {

    private final StoreSubscriptions subscriptions;
    private final TokenBudget budget;
    private final MessageJobStore jobs;

    TurnLimits(StoreSubscriptions subscriptions, TokenBudget budget, MessageJobStore jobs) {
        this.subscriptions = subscriptions;
        this.budget = budget;
        this.jobs = jobs;
    }

    /** What is asked for together with other things, in a trip of the caller's own. */
    record AskedLimits(Query<Boolean> inPlan, Query<Long> hour, Query<Long> day) {

        List<Query<?>> queries() {
            return List.of(inPlan, hour, day);
        }
    }

    /** Of all turns of the contact but that of the job. */
    AskedLimits asked(StoreId store, UUID contact, UUID job, Instant now) {
        return new AskedLimits(
                subscriptions.allowsMessaging(store),
                jobs.turns(store, contact, job, now.minus(Duration.ofHours(1))),
                jobs.turns(store, contact, job, now.minus(Duration.ofDays(1))));
    }

    /** What the database answered, with what is left of the budget. */
    LimitFacts answered(StoreId store, AskedLimits asked) {
        return new LimitFacts(
                asked.inPlan().single(),
                budget.isLeft(store),
                asked.hour().single(),
                asked.day().single());
    }
}
