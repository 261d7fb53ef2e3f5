package iq.sendy.orders;

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
}
