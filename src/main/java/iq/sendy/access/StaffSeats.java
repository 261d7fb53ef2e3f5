package iq.sendy.access;

import iq.sendy.accounts.Accounts;
import iq.sendy.billing.BillingPeriod;
import iq.sendy.billing.MeteredUsage;
import iq.sendy.billing.StoreSubscriptions;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import org.springframework.stereotype.Component;

/** Staff seats: how many members a store's plan lets sign in. One who is switched off takes none. */
@Component
class StaffSeats implements MeteredUsage {

    private static final String LOCK = "access.staff_seats";

    private final Accounts accounts;
    private final StoreSubscriptions subscriptions;
    private final Pipeline pipeline;

    StaffSeats(Accounts accounts, StoreSubscriptions subscriptions, Pipeline pipeline) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.pipeline = pipeline;
    }

    /** Asked before one is taken: whoever takes one comes one after the other, and is counted when the next one asks. */
    boolean allTaken(StoreId store) {
        var trip = pipeline.open();
        trip.add(StoreLock.take(store, LOCK));
        var limit = trip.add(subscriptions.staffLimit(store));
        var taken = trip.add(accounts.activeStaff(store));
        trip.send();
        return limit.any() && taken.single() >= limit.single();
    }

    @Override
    public Metered metered() {
        return Metered.STAFF;
    }

    @Override
    public Query<Long> used(StoreId store, BillingPeriod period) {
        return accounts.activeStaff(store);
    }
}
