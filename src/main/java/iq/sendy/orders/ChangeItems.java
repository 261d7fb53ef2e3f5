package iq.sendy.orders;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.pricing.CodeRefusal;
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

        @RefusedWith(codesOf = {BasketError.class, CodeRefusal.class})
        record Invalid(List<Violation> violations) implements Result, Refusal {}

        /** It has been handed to a courier, or was cancelled. */
        @RefusedWith(status = 409, code = "order.closed")
        record Closed(OrderStatus status) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.of("order.closed", status.toString()).with("status", status.toString()));
            }
        }

        @RefusedWith(status = 409, code = "stock.insufficient")
        record OutOfStock(List<Shortage> shortages) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return Shortage.violations(shortages);
            }
        }
    }
}
