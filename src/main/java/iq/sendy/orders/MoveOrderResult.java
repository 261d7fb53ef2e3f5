package iq.sendy.orders;

import java.util.Set;

/** All that can come of moving an order along its machine, or cancelling it. */
public sealed interface MoveOrderResult {

    record Moved(OrderDetails order) implements MoveOrderResult {}

    record NoSuchOrder() implements MoveOrderResult {}

    /** The machine has no such step; {@code allowed} are the ones it has. */
    record Forbidden(OrderStatus from, Set<OrderStatus> allowed) implements MoveOrderResult {}
}
