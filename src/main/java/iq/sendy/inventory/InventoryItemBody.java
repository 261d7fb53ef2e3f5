package iq.sendy.inventory;

import java.time.Instant;
import java.util.UUID;

/** Stock row on the wire, in answers and in events alike: contract section 4. */
public record InventoryItemBody(
        UUID id,
        UUID productId,
        String sku,
        String productName,
        UUID warehouseId,
        long quantityOnHand,
        long quantityReserved,
        long quantityAvailable,
        Instant updatedAt) {

    public static InventoryItemBody of(ItemView item) {
        return new InventoryItemBody(
                item.id(),
                item.productId(),
                item.sku(),
                item.productName(),
                item.warehouseId(),
                item.onHand(),
                item.reserved(),
                item.available(),
                item.updatedAt());
    }
}
