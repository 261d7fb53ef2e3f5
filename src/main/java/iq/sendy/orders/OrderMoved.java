package iq.sendy.orders;

import java.util.UUID;

/**
 * An order took a step; heard in the same transaction.
 *
 * @param before the order as it was, locked
 * @param order as it is after the step; a step that is told twice has taken two numbers, and its sequence is the second
 */
public record OrderMoved(UUID store, OrderView before, OrderView order) {

    /** The number of the step itself. */
    public long sequence() {
        return order.status().toldTwice()
                ? order.revision().sequence() - 1
                : order.revision().sequence();
    }
}
