package iq.sendy.orders.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderStatus;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreCounters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many orders a store has in each status. Kept, since the first page of a status would count them all. */
@Component
public class StatusCounts {

    private static final String PREFIX = "order.";

    private final BeforeCommit beforeCommit;

    StatusCounts(BeforeCommit beforeCommit) {
        this.beforeCommit = beforeCommit;
    }

    /** The counter of a status among those of the store. */
    static String counter(OrderStatus status) {
        return PREFIX + status;
    }

    /** An order of the running transaction goes from one status to another. */
    public void moved(StoreId store, OrderStatus from, OrderStatus to) {
        var changes = beforeCommit.collected(
                BeforeCommit.LockOrder.SEQUENCES,
                Changes.class,
                Changes::new,
                all -> StoreCounters.add(store, all.more));
        changes.more.merge(counter(from), -1L, Long::sum);
        changes.more.merge(counter(to), 1L, Long::sum);
    }

    /** How many orders are in one of these. */
    public static Query<Long> of(StoreId store, List<OrderStatus> statuses) {
        return StoreCounters.sum(
                store, statuses.stream().map(StatusCounts::counter).toList());
    }

    /** What a transaction changes. */
    private static final class Changes {

        private final Map<String, Long> more = new HashMap<>();
    }
}
