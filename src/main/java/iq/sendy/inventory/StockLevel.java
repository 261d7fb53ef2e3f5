package iq.sendy.inventory;

import java.util.UUID;

/**
 * Stock of a product over all warehouses.
 *
 * @param tracked whether orders take stock of it
 */
public record StockLevel(UUID productId, String sku, String productName, boolean tracked, long onHand, long reserved) {

    public long available() {
        return onHand - reserved;
    }
}
