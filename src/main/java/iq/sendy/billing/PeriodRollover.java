package iq.sendy.billing;

import iq.sendy.billing.UsagePeriod.PeriodTerms;
import iq.sendy.billing.model.PeriodGaps;
import iq.sendy.billing.store.StoreSubscriptionStore;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.stores.Stores;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Roll-over of periods: when one is over, the next begins where it ended, and keeps the terms that hold then. */
@Component
class PeriodRollover {

    /** Whoever opens, ends or cuts periods of a store has it. */
    static final String LOCK = "billing.subscription";

    private final UsagePeriodStore periods;
    private final StoreSubscriptionStore subscriptions;
    private final Stores stores;
    private final Pipeline pipeline;

    PeriodRollover(UsagePeriodStore periods, StoreSubscriptionStore subscriptions, Stores stores, Pipeline pipeline) {
        this.periods = periods;
        this.subscriptions = subscriptions;
        this.stores = stores;
        this.pipeline = pipeline;
    }

    /** Opens all that is missing until now, as the database tells the time; the lock is kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fill(StoreId store) {
        var trip = pipeline.open();
        trip.add(StoreLock.take(store, LOCK));
        var now = trip.add(periods.now());
        var standing = trip.add(periods.all(store));
        var subscribed = trip.add(subscriptions.find(store));
        var opened = trip.add(stores.query(store));
        trip.send();
        var terms = PeriodTerms.of(subscribed.single().plan());
        var openedAt = opened.single().createdAt();
        var missing = PeriodGaps.upTo(
                now.single(),
                Objects.requireNonNullElse(subscribed.single().anchor(), openedAt),
                openedAt,
                standing.answer().stream().map(UsagePeriod::bounds).toList());
        trip.addAll(missing.stream()
                .map(gap -> periods.open(store, UsagePeriod.opening(gap.bounds(), gap.month(), terms)))
                .toList());
        trip.send();
    }
}
