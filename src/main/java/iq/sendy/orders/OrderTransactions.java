package iq.sendy.orders;

import iq.sendy.inventory.StockEvents;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Frame of every transaction on an order. How every step on an order begins and ends. */
@Component
class OrderTransactions {

    private final StockEvents stockEvents;
    private final OrderMeters meters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderTransactions(StockEvents stockEvents, OrderMeters meters, ApplicationEventPublisher events, Clock clock) {
        this.stockEvents = stockEvents;
        this.meters = meters;
        this.events = events;
        this.clock = clock;
    }

    OrderTransaction begin(StoreId store, Actor actor) {
        return new OrderTransaction(store, actor, clock.instant());
    }

    /** Tells of what a step did, in its order: the orders first, then the stock that they changed, once for each row. */
    void end(OrderTransaction orderTransaction) {
        meters.count(orderTransaction);
        orderTransaction.events().forEach(events::publishEvent);
        if (!orderTransaction.changes().isEmpty()) {
            stockEvents.publish(
                    orderTransaction.store(),
                    orderTransaction.changes(),
                    orderTransaction.lowStockThreshold(),
                    orderTransaction.now());
        }
    }

    /** Ends a step of which nothing is to stay. */
    void endWithoutEffect(OrderTransaction orderTransaction) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        orderTransaction.events().clear();
        meters.count(orderTransaction);
    }
}
