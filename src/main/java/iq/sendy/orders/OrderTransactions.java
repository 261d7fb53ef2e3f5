package iq.sendy.orders;

import iq.sendy.inventory.StockEvents;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Frame of every transaction on orders: how each begins, and what is published at its end. */
@Component
class OrderTransactions {

    private final StockEvents stockEvents;
    private final OrderMeters meters;
    private final ApplicationEventPublisher events;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    OrderTransactions(
            StockEvents stockEvents,
            OrderMeters meters,
            ApplicationEventPublisher events,
            Pipeline pipeline,
            Audit audit,
            Clock clock) {
        this.stockEvents = stockEvents;
        this.meters = meters;
        this.events = events;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Publishes what was done, in its order: the orders first, then the stock that they changed, once for each row. */
    <R> R run(StoreId store, Actor actor, Function<OrderTransaction, R> work) {
        var transaction = new OrderTransaction(store, actor, clock.instant(), pipeline, audit);
        var result = work.apply(transaction);
        meters.count(transaction);
        transaction.events().forEach(events::publishEvent);
        if (!transaction.stockChanges().isEmpty()) {
            stockEvents.publish(
                    store,
                    transaction.stockChanges(),
                    transaction.soldShort(),
                    transaction.lowStockThreshold(),
                    transaction.now());
        }
        return result;
    }
}
