package iq.sendy.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Offer of a product: what a basket needs to know of it.
 *
 * @param price in minor units; null is no price
 * @param unitCost what a piece costs the shop: the average that receipts made, else the shop's own figure; null is unknown
 * @param tracked whether an order takes stock of it
 * @param categories its own and all above it, its own first; empty when it has none
 */
public record Offer(
        UUID productId,
        String sku,
        String name,
        @Nullable Long price,
        @Nullable Long unitCost,
        boolean active,
        boolean archived,
        boolean tracked,
        List<UUID> categories,
        @Nullable Long weightGrams) {

    public Offer {
        categories = List.copyOf(categories);
    }
}
