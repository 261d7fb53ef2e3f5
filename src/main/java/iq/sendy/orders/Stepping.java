package iq.sendy.orders;

import iq.sendy.inventory.Inventory;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How every step on an order begins and ends. */
@Component
class Stepping {

    private final Inventory inventory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stepping(Inventory inventory, ApplicationEventPublisher events, Clock clock) {
        this.inventory = inventory;
        this.events = events;
        this.clock = clock;
    }

    Step begin(StoreId store, Actor actor) {
        return new Step(store, actor, clock.instant());
    }

    /** Tells of what a step did, in its order: the orders first, then the stock that they changed, once for each row. */
    void end(Step step) {
        step.events().forEach(events::publishEvent);
        if (!step.changes().isEmpty()) {
            inventory.tell(step.store(), step.changes(), step.lowStockThreshold(), step.now());
        }
    }
}
