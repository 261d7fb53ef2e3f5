package iq.sendy.orders;

import iq.sendy.platform.sql.Query;
import java.util.List;

/**
 * Queries that take an order back with its last piece, to be sent with what completes the return.
 *
 * @param order as it was before
 * @param steps the order after each of its steps, among the parts
 */
public record OrderTakeBack(OrderView order, List<Query<?>> parts, List<Query<OrderView>> steps) {

    public OrderTakeBack {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }
}
