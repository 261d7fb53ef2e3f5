package iq.sendy.orders.store;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.orders.OrderOfPhone;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Orders of strangers, as whoever guards the next one wants them. */
@Component
public class GuardedOrderStore {

    /** Newest first. */
    public Query<OrderOfPhone> newestOf(StoreId store, Phone phone, int most) {
        return Query.of(
                        """
                        select o.id, o.status, o.created_at from orders.customer_order as o
                        where o.store_id = :store and o.phone_backwards = :backwards and o.source = :source
                        order by o.created_at desc, o.number desc limit :most
                        """,
                        (row, _) -> new OrderOfPhone(
                                Objects.requireNonNull(row.getObject("id", UUID.class)),
                                WireWord.of(OrderStatus.class, row.getString("status")),
                                Sql.instant(row, "created_at")))
                .param("store", store.value())
                .param("backwards", NewOrderStore.backwards(phone.value()))
                .param("source", OrderSource.STOREFRONT.toString())
                .param("most", most);
    }
}
