package iq.sendy.billing;

import iq.sendy.billing.MeteredUsage.Metered;
import iq.sendy.billing.StoreSubscription.MeteredSubscription;
import iq.sendy.billing.model.PeriodGaps;
import iq.sendy.billing.store.StoreSubscriptionStore;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions of stores. A store that was given no plan has the default one, and its periods begin with the store. */
@Service
public class StoreSubscriptions {

    static final String TYPE = "subscription";

    /** A period that was opened has begun, as the database tells the time, even if it is a little earlier here. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final StoreSubscriptionStore subscriptions;
    private final UsagePeriodStore periods;
    private final Stores stores;
    private final ObjectProvider<MeteredUsage> usages;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    StoreSubscriptions(
            StoreSubscriptionStore subscriptions,
            UsagePeriodStore periods,
            Stores stores,
            ObjectProvider<MeteredUsage> usages,
            Pipeline pipeline,
            Audit audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.periods = periods;
        this.stores = stores;
        this.usages = usages;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** The subscription as it is now. */
    @Transactional(readOnly = true)
    public StoreSubscription of(StoreId store) {
        var row = subscriptions.find(store);
        var opened = stores.query(store);
        var now = clock.instant();
        var latest = periods.latest(store, now.plus(SKEW));
        pipeline.send(row, opened, latest);
        var subscribed = row.single();
        var anchor =
                Objects.requireNonNullElse(subscribed.anchor(), opened.single().createdAt());
        var known = latest.first().map(UsagePeriod::bounds).orElse(null);
        return new StoreSubscription(subscribed.plan(), PeriodGaps.running(now, anchor, known), subscribed.spendCap());
    }

    /** With what the store has of what its plan limits. */
    @Transactional(readOnly = true)
    public MeteredSubscription metered(StoreId store) {
        var subscription = of(store);
        var trip = pipeline.open();
        var staff = trip.add(usage(Metered.STAFF, store, subscription.period()));
        var orders = trip.add(usage(Metered.ORDERS, store, subscription.period()));
        trip.send();
        return new MeteredSubscription(subscription, staff.single(), orders.single());
    }

    private Query<Long> usage(Metered metered, StoreId store, BillingPeriod period) {
        return usages.stream()
                .filter(usage -> usage.metered() == metered)
                .findFirst()
                .orElseThrow()
                .used(store, period);
    }

    /** How many members may sign in beside the owner, as a query that shares a trip; no row is no limit. */
    public Query<Long> staffLimit(StoreId store) {
        return subscriptions.staffLimit(store);
    }

    /** Whether the plan has messaging, as a query that shares a trip; one row, always. */
    public Query<Boolean> allowsMessaging(StoreId store) {
        return subscriptions.allowsMessaging(store);
    }

    /** Null takes a cap off. */
    @Transactional
    public MeteredSubscription capSpend(StoreId store, Actor actor, Patch<Long> iqd, Patch<Long> tokens) {
        var before = lock(store);
        var cap = new SpendCap(
                iqd.over(before.spendCap().iqd()), tokens.over(before.spendCap().tokens()));
        var trip = pipeline.open();
        var now = clock.instant();
        trip.add(subscriptions.cap(store, cap, now));
        trip.addIf(!cap.equals(before.spendCap()), () -> periods.forgetNotices(store, now));
        trip.send();
        audit.record(store, actor, Change.updated(TYPE, store.value(), before.spendCap(), cap));
        return metered(store);
    }

    private StoreSubscription lock(StoreId store) {
        pipeline.send(StoreLock.take(store, PeriodRollover.LOCK));
        return of(store);
    }
}
