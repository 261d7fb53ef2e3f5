package iq.sendy.orders;

import iq.sendy.platform.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replace the items of an order.
 *
 * @param codeGiven whether a discount code was named at all; left out it stays
 * @param discountCode null with {@code codeGiven} takes it off
 */
public record ChangeItems(
        List<PlaceOrder.Item> items,
        boolean codeGiven,
        @Nullable String discountCode) {

    public ChangeItems {
        items = List.copyOf(items);
    }

    /** All that can come of replacing the items of an order. */
    public sealed interface Result {

        record Changed(OrderDetails order) implements Result {}

        record NoSuchOrder() implements Result {}

        record Invalid(List<Violation> violations) implements Result {}

        /** It has been handed to a courier, or was cancelled. */
        record Closed(OrderStatus status) implements Result {}

        record OutOfStock(List<Shortage> shortages) implements Result {}
    }
}
