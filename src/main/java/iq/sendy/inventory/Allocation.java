package iq.sendy.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Allocation of stock: either every row is a change, or every row is a shortage and nothing was
 * allocated.
 *
 * @param available how many pieces could be sold before
 * @param change null when the product falls short
 */
public record Allocation(
        UUID productId,
        @Nullable String sku,
        long available,
        @Nullable StockChange change) {

    public boolean fallsShort() {
        return change == null;
    }
}
