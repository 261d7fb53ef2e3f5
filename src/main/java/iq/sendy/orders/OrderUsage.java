package iq.sendy.orders;

import iq.sendy.billing.BillingPeriod;
import iq.sendy.billing.MeteredUsage;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.sql.Query;
import org.springframework.stereotype.Component;

/** How many orders a store took in a billing period. They are counted when somebody asks, so that placing one costs nothing. */
@Component
class OrderUsage implements MeteredUsage {

    private final OrderStore orders;

    OrderUsage(OrderStore orders) {
        this.orders = orders;
    }

    @Override
    public Metered metered() {
        return Metered.ORDERS;
    }

    @Override
    public Query<Long> used(StoreId store, BillingPeriod period) {
        return orders.countTaken(store, period.start(), period.end());
    }
}
