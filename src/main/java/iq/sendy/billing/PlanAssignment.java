package iq.sendy.billing;

import iq.sendy.billing.UsagePeriod.PeriodTerms;
import iq.sendy.billing.model.PeriodCut;
import iq.sendy.billing.model.PeriodCut.PlanChange;
import iq.sendy.billing.store.StoreSubscriptionStore;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assignment of a plan to a store, at once: the period that runs closes on the old terms, and a new one opens. */
@Component
class PlanAssignment {

    /** All times of calls are to the millisecond, so the next one is later than what was counted. */
    private static final Duration TICK = Duration.ofMillis(1);

    private final StoreSubscriptions subscriptions;
    private final StoreSubscriptionStore store;
    private final UsagePeriodStore periods;
    private final PeriodRollover rollover;
    private final Pipeline pipeline;
    private final Clock clock;

    PlanAssignment(
            StoreSubscriptions subscriptions,
            StoreSubscriptionStore store,
            UsagePeriodStore periods,
            PeriodRollover rollover,
            Pipeline pipeline,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.periods = periods;
        this.rollover = rollover;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Where a store's periods stand, with the one that runs locked. */
    private record PeriodsAtChange(Instant moment, List<UsagePeriod> standing) {

        /** Whether none has ended since they were filled up. */
        boolean isComplete() {
            return standing.stream().anyMatch(period -> !period.bounds().end().isBefore(moment));
        }
    }

    /**
     * Gives the store a plan, in the transaction of its caller.
     *
     * @param plan null keeps the present one
     * @param anchor null keeps the present one, unless the plan is another: then its periods begin now
     */
    Change assign(StoreId to, @Nullable UUID plan, @Nullable Instant anchor) {
        var now = lock(to);
        var before = subscriptions.of(to);
        var isOther = plan != null && !plan.equals(before.plan().id());
        var begins = Objects.requireNonNullElse(anchor, now.moment());
        pipeline.send(store.assign(to, plan, anchor == null && !isOther ? null : begins, clock.instant()));
        if (isOther || anchor != null) {
            cut(to, PeriodCut.at(now.moment(), change(isOther, anchor), begins, now.standing()));
        }
        return Change.updated(StoreSubscriptions.TYPE, to.value(), shown(before), shown(subscriptions.of(to)));
    }

    private static PlanChange change(boolean isOther, @Nullable Instant anchor) {
        if (anchor == null) {
            return PlanChange.PLAN;
        }
        return isOther ? PlanChange.PLAN_AND_DAY : PlanChange.DAY;
    }

    private PeriodsAtChange lock(StoreId to) {
        while (true) {
            rollover.fill(to);
            var trip = pipeline.open();
            trip.add(periods.lockRunning(to));
            var now = trip.add(periods.now());
            var standing = trip.add(periods.all(to));
            trip.send();
            var at = new PeriodsAtChange(now.single().plus(TICK), standing.answer());
            if (at.isComplete()) {
                return at;
            }
        }
    }

    private void cut(StoreId to, PeriodCut cut) {
        var plan = pipeline.ask(store.find(to)).single().plan();
        var terms = cut.replaced().stream()
                .map(UsagePeriod::terms)
                .filter(kept -> kept.plan().equals(plan.id()))
                .reduce((_, last) -> last)
                .orElseGet(() -> PeriodTerms.of(plan));
        var trip = pipeline.open();
        cut.shortened()
                .forEach(period -> trip.add(periods.end(to, period.bounds().start(), cut.begin())));
        cut.replaced()
                .forEach(period -> trip.add(periods.delete(to, period.bounds().start())));
        trip.add(periods.open(to, UsagePeriod.opening(cut.bounds(), cut.month(), terms)));
        trip.send();
    }

    private static Map<String, Object> shown(StoreSubscription subscription) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("planId", subscription.plan().id());
        shown.put("planName", subscription.plan().terms().name());
        shown.put("periodStart", subscription.period().start());
        return shown;
    }
}
