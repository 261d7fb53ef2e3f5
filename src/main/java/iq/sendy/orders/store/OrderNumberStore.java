package iq.sendy.orders.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderNumber;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Numbers of orders. */
@Component
public class OrderNumberStore {

    /** Those of orders by their ids. */
    public Query<OrderNumber> of(StoreId store, Collection<UUID> ids) {
        return Query.of("""
                        select o.id as order_id, o.number from orders.customer_order as o
                        where o.store_id = :store and o.id = any (:ids)
                        """, OrderNumber.class).param("store", store.value()).param("ids", ids.toArray(UUID[]::new));
    }
}
