package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those that are to be called now, the longest waiting first, as far as they are shown.
 *
 * @param due how many there are in all
 */
record CallQueue(List<OrderView> orders, long due) {

    CallQueue {
        orders = List.copyOf(orders);
    }

    /** The one that was chosen if it is among them, and else the first; null where there is none. */
    @Nullable
    OrderView current(@Nullable UUID chosen) {
        return orders.stream()
                .filter(order -> order.id().equals(chosen))
                .findFirst()
                .orElse(orders.isEmpty() ? null : orders.getFirst());
    }

    /** The one behind another; null where it is the last. */
    @Nullable
    OrderView behind(OrderView order) {
        var next = orders.indexOf(order) + 1;
        return next < orders.size() ? orders.get(next) : null;
    }

    boolean begins(OrderView order) {
        return orders.indexOf(order) <= 0;
    }
}
