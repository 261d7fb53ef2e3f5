package iq.sendy.orders;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.store.GuardedOrderStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders of strangers, each of which somebody guards. */
@Service
public class GuardedOrders {

    private final OrderTransactions transactions;
    private final OrderPlacement placement;
    private final GuardedOrderStore orders;

    GuardedOrders(OrderTransactions transactions, OrderPlacement placement, GuardedOrderStore orders) {
        this.transactions = transactions;
        this.placement = placement;
        this.orders = orders;
    }

    /** As {@link Orders#place}, where its guard admits it. */
    @Transactional
    public PlaceOrder.Result place(StoreId store, Actor actor, PlaceOrder command, OrderGuard guard) {
        return transactions.run(store, actor, transaction -> placement.place(transaction, command, guard));
    }

    /** The newest orders that visitors have placed with a phone, so many at most; it shares a trip. */
    public Query<OrderOfPhone> newestOf(StoreId store, Phone phone, int most) {
        return orders.newestOf(store, phone, most);
    }
}
