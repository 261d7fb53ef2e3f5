package iq.sendy.orders;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Move an order to a status; {@code occurredAt} null means now. */
public record MoveOrder(
        OrderStatus status, @Nullable String note, @Nullable Instant occurredAt) {

    /** All that can come of moving an order along its machine, or cancelling it. */
    public sealed interface Result {

        record Moved(OrderDetails order) implements Result {}

        record NoSuchOrder() implements Result {}

        /** The machine has no such step; {@code allowed} are the ones it has. */
        record Forbidden(OrderStatus from, Set<OrderStatus> allowed) implements Result {}
    }
}
