package iq.sendy.orders.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderStatus;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Closing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many orders a store has in each status. Kept, since the first page of a status would count them all. */
@Component
public class StatusCounts {

    private static final String PREFIX = "order.";

    private final Closing closing;

    StatusCounts(Closing closing) {
        this.closing = closing;
    }

    /** The counter of a status among those of the store. */
    static String counter(OrderStatus status) {
        return PREFIX + status;
    }

    /** An order of the running transaction goes from one status to another. */
    public void moved(StoreId store, OrderStatus from, OrderStatus to) {
        var changes =
                closing.collected(Closing.Place.SEQUENCE, Changes.class, Changes::new, all -> written(store, all));
        changes.more.merge(from, -1L, Long::sum);
        changes.more.merge(to, 1L, Long::sum);
    }

    /** How many orders are in one of these. */
    static Asked<Long> of(StoreId store, List<OrderStatus> statuses) {
        return Asked.of("""
                        select coalesce(sum(value), 0)::bigint from platform.store_counter
                        where store_id = :store and name = any (:names)
                        """, (row, _) -> row.getLong(1))
                .param("store", store.value())
                .param("names", statuses.stream().map(StatusCounts::counter).toArray(String[]::new));
    }

    private static Asked<?> written(StoreId store, Changes changes) {
        // Rows in the order of their names, as everywhere. CHECKs look at the row that would be inserted, even where
        // there
        // is one already.
        return Asked.write("""
                        insert into platform.store_counter as c (store_id, name, value)
                        select :store, name, greatest(more, 0)
                        from unnest(:names::text[], :more::bigint[]) as m (name, more) order by name
                        on conflict (store_id, name) do update set value = c.value + (
                            select more from unnest(:names::text[], :more::bigint[]) as m (name, more)
                            where m.name = c.name)
                        """)
                .param("store", store.value())
                .param(
                        "names",
                        changes.more.keySet().stream()
                                .map(StatusCounts::counter)
                                .toArray(String[]::new))
                .param("more", changes.more.values().toArray(Long[]::new));
    }

    /** What a transaction changes. */
    private static final class Changes {

        private final Map<OrderStatus, Long> more = new EnumMap<>(OrderStatus.class);
    }
}
