package iq.sendy.orders;

import iq.sendy.inventory.Inventory;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** How every step on an order begins and ends. */
@Component
class Stepping {

    private final Inventory inventory;
    private final OrderMeters meters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stepping(Inventory inventory, OrderMeters meters, ApplicationEventPublisher events, Clock clock) {
        this.inventory = inventory;
        this.meters = meters;
        this.events = events;
        this.clock = clock;
    }

    Step begin(StoreId store, Actor actor) {
        return new Step(store, actor, clock.instant());
    }

    /** Tells of what a step did, in its order: the orders first, then the stock that they changed, once for each row. */
    void end(Step step) {
        meters.count(step);
        step.events().forEach(events::publishEvent);
        if (!step.changes().isEmpty()) {
            inventory.tell(step.store(), step.changes(), step.lowStockThreshold(), step.now());
        }
    }

    /** Ends a step of which nothing is to stay. */
    void endWithoutEffect(Step step) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        step.events().clear();
        meters.count(step);
    }
}
