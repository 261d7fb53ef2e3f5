package iq.sendy.inventory;

import java.util.UUID;

/**
 * Change of a stock row: how it stands after a statement, and what that added.
 *
 * @param sequence grows by one with each transaction that changes the row
 * @param onHandChange what was added to {@code onHand}
 * @param reservedChange what was added to {@code reserved}
 * @param untracked whether the shop said that orders take no stock of the product
 */
public record StockChange(
        UUID itemId,
        UUID productId,
        String sku,
        String productName,
        UUID warehouseId,
        long onHand,
        long reserved,
        long sequence,
        long onHandChange,
        long reservedChange,
        boolean untracked) {

    public long available() {
        return onHand - reserved;
    }

    public long availableBefore() {
        return available() - onHandChange + reservedChange;
    }

    /** Whether so many pieces became few by this change; once, and not at each one below. */
    public boolean becameLow(long threshold) {
        return !untracked && availableBefore() > threshold && available() <= threshold;
    }

    /** Whether the row is otherwise than it was. */
    boolean moved() {
        return onHandChange != 0 || reservedChange != 0;
    }

    /** This change and a later one of the same row, as one. */
    StockChange then(StockChange later) {
        return new StockChange(
                itemId,
                productId,
                sku,
                productName,
                warehouseId,
                later.onHand,
                later.reserved,
                later.sequence,
                onHandChange + later.onHandChange,
                reservedChange + later.reservedChange,
                later.untracked);
    }
}
