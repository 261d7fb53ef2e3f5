package iq.sendy.orders;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Orders that are sales at the counter: sent many at a time, and found in another session than when they were placed. */
@Service
public class CounterOrders {

    private final Orders each;
    private final BulkOrders all;
    private final OrderStore orders;
    private final Pipeline pipeline;

    CounterOrders(Orders each, BulkOrders all, OrderStore orders, Pipeline pipeline) {
        this.each = each;
        this.all = all;
        this.orders = orders;
        this.pipeline = pipeline;
    }

    /**
     * Places sales in their order, each by itself. Each has a transaction of its own, so that none waits for a hundred; in a
     * transaction that is running, where an answer is kept with its key, they are one step, whose events are told once.
     */
    public List<PlaceOrder.Result> place(StoreId store, Actor actor, List<PlaceOrder> sales) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? all.place(store, actor, sales, BulkMode.PARTIAL)
                : sales.stream().map(sale -> each.place(store, actor, sale)).toList();
    }

    /** Sales that waited for their register's next session are in it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bookInSession(StoreId store, UUID session, List<UUID> sales) {
        pipeline.send(orders.bookInSession(store, session, sales));
    }
}
