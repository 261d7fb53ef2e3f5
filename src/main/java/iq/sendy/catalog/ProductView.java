package iq.sendy.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as it stands. Money is in minor units of the store's currency.
 *
 * @param price null is no price, 0 is free
 * @param trackStated what the shop said of its tracking, null when nothing
 * @param counted whether there ever was a quantity of it
 * @param initialQuantity what its first insert said; history, not stock
 * @param sequence grows by one with each change
 */
public record ProductView(
        UUID id,
        String sku,
        String name,
        @Nullable String description,
        boolean active,
        @Nullable Long price,
        @Nullable Long compareAtPrice,
        @Nullable Long cost,
        List<String> imageUrls,
        @Nullable UUID categoryId,
        @Nullable Long weightGrams,
        @Nullable String barcode,
        @Nullable Boolean trackStated,
        boolean counted,
        @Nullable Long initialQuantity,
        long sequence,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt) {

    public ProductView {
        imageUrls = List.copyOf(imageUrls);
    }

    public boolean archived() {
        return archivedAt != null;
    }

    /** Whether orders take stock: as stated; unstated, from the first quantity on. */
    public boolean tracked() {
        return trackStated == null ? counted : trackStated;
    }

    /** The product once it is archived. */
    ProductView archived(Instant now) {
        return new ProductView(
                id,
                sku,
                name,
                description,
                active,
                price,
                compareAtPrice,
                cost,
                imageUrls,
                categoryId,
                weightGrams,
                barcode,
                trackStated,
                counted,
                initialQuantity,
                sequence + 1,
                createdAt,
                now,
                now);
    }
}
