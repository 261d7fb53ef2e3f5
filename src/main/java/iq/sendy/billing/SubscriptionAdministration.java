package iq.sendy.billing;

import iq.sendy.billing.StoreSubscription.MeteredSubscription;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.tenancy.RunAsTenant;
import iq.sendy.stores.Stores;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administration of subscriptions by operators. What they change is written into the platform's log and into the store's
 * own, which tells its owner too.
 */
@Service
public class SubscriptionAdministration {

    private final StoreSubscriptions subscriptions;
    private final PlanAssignment assignments;
    private final Plans plans;
    private final Stores stores;
    private final RunAsTenant tenants;
    private final Audit audit;

    SubscriptionAdministration(
            StoreSubscriptions subscriptions,
            PlanAssignment assignments,
            Plans plans,
            Stores stores,
            RunAsTenant tenants,
            Audit audit) {
        this.subscriptions = subscriptions;
        this.assignments = assignments;
        this.plans = plans;
        this.stores = stores;
        this.tenants = tenants;
        this.audit = audit;
    }

    private record AssignedPlan(Audit.Change change, MeteredSubscription subscription) {}

    /** The plan holds at once: the period that runs closes on the terms of the old one, and a new one begins. */
    @Transactional
    public SubscribeStore.Result subscribe(SubscribeStore command) {
        var store = command.store();
        if (stores.find(store).isEmpty()) {
            return new SubscribeStore.Result.NoSuchStore();
        }
        if (command.plan() != null && plans.find(command.plan()).isEmpty()) {
            return new SubscribeStore.Result.NoSuchPlan();
        }
        var assignment = tenants.in(store, () -> {
            var change = assignments.assign(store, command.plan(), command.anchor());
            audit.record(store, command.actor(), change);
            return new AssignedPlan(change, subscriptions.metered(store));
        });
        audit.record(StoreId.PLATFORM, command.actor(), assignment.change());
        return new SubscribeStore.Result.Subscribed(assignment.subscription());
    }
}
