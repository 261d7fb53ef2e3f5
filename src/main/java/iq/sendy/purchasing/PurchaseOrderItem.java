package iq.sendy.purchasing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Item of a purchase order: so many pieces of a product at a cost.
 *
 * @param unitCost in minor units, without fees
 * @param received pieces that came and were accepted
 * @param rejected pieces that came and were not
 */
public record PurchaseOrderItem(
        UUID id,
        UUID productId,
        String sku,
        String name,
        long quantity,
        long unitCost,
        @Nullable String notes,
        long received,
        long rejected) {

    /** Pieces that did not come yet. */
    public long open() {
        return quantity - received - rejected;
    }

    /** What was ordered, as its orderer named it. */
    public Ordered ordered() {
        return new Ordered(productId, quantity, unitCost, notes);
    }

    /** What somebody orders. */
    public record Ordered(
            UUID productId,
            long quantity,
            long unitCost,
            @Nullable String notes) {}
}
