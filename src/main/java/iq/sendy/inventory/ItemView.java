package iq.sendy.inventory;

import java.time.Instant;
import java.util.UUID;

/** Stock row: how many pieces of one product there are in one warehouse. */
public record ItemView(
        UUID id,
        UUID productId,
        String sku,
        String productName,
        UUID warehouseId,
        long onHand,
        long reserved,
        Instant updatedAt) {

    public long available() {
        return onHand - reserved;
    }

    static ItemView of(StockChange change, Instant at) {
        return new ItemView(
                change.itemId(),
                change.productId(),
                change.sku(),
                change.productName(),
                change.warehouseId(),
                change.onHand(),
                change.reserved(),
                at);
    }
}
