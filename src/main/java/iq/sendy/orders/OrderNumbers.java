package iq.sendy.orders;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.store.OrderNumberStore;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Numbers of many orders at once, for whoever lists something else. */
@Service
public class OrderNumbers {

    private final OrderNumberStore numbers;

    OrderNumbers(OrderNumberStore numbers) {
        this.numbers = numbers;
    }

    /** Those of orders by their ids; it shares a trip. */
    public Query<OrderNumber> of(StoreId store, Collection<UUID> ids) {
        return numbers.of(store, ids);
    }
}
