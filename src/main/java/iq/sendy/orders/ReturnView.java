package iq.sendy.orders;

import iq.sendy.kernel.Currency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to send an order or a part of it back. Refunds, in minor units, are for what was asked until the return is
 * completed, then for what came.
 *
 * @param items empty when the order has no items and is returned whole
 */
public record ReturnView(
        UUID id,
        UUID orderId,
        ReturnStatus status,
        @Nullable String reason,
        @Nullable String note,
        Currency currency,
        List<Item> items,
        long refundAmount,
        long sequence,
        Instant createdAt,
        Instant updatedAt) {

    public ReturnView {
        items = List.copyOf(items);
    }

    /** The pieces of a line that were asked, and of them those that came back, good or damaged. */
    public record Item(UUID orderItemId, String sku, long quantity, long restocked, long damaged, long refund) {

        /** The same with what came of it. */
        public Item came(long good, long broken, long due) {
            return new Item(orderItemId, sku, quantity, good, broken, due);
        }
    }
}
