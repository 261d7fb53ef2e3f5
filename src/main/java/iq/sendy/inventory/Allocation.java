package iq.sendy.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Allocation of stock. What came of taking: either every row is a change, or every row is a shortage and nothing was
 * taken.
 *
 * @param available how many pieces could be sold before this step
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
