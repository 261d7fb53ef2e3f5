package iq.sendy.orders;

import java.util.List;

/** All that can come of replacing the items of an order. */
public sealed interface ChangeItemsResult {

    record Changed(OrderDetails order) implements ChangeItemsResult {}

    record NoSuchOrder() implements ChangeItemsResult {}

    record Invalid(List<OrderViolation> flaws) implements ChangeItemsResult {}

    /** It has been handed to a courier, or was cancelled. */
    record Closed(OrderStatus status) implements ChangeItemsResult {}

    record OutOfStock(List<Shortage> shortages) implements ChangeItemsResult {}
}
