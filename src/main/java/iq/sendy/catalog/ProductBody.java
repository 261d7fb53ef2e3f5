package iq.sendy.catalog;

import iq.sendy.kernel.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product on the wire, in answers and in events alike: contract section 15. */
public record ProductBody(
        UUID id,
        String sku,
        String name,
        @Nullable String description,
        boolean isActive,
        @Nullable BigDecimal price,
        @Nullable BigDecimal compareAtPrice,
        @Nullable BigDecimal cost,
        List<String> imageUrls,
        @Nullable UUID categoryId,
        @Nullable Long weightGrams,
        @Nullable String barcode,
        boolean trackInventory,
        @Nullable Long initialQuantity,
        @Nullable Long quantityAvailable,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt) {

    public static ProductBody of(StockedProduct stocked, Currency currency) {
        return of(stocked.product(), stocked.available(), currency);
    }

    /**
     * The product and what is left of it.
     *
     * @param available null while orders take no stock of it
     */
    public static ProductBody of(ProductView product, @Nullable Long available, Currency currency) {
        return new ProductBody(
                product.id(),
                product.sku(),
                product.name(),
                product.description(),
                product.active(),
                currency.onWireOrNull(product.price()),
                currency.onWireOrNull(product.compareAtPrice()),
                currency.onWireOrNull(product.cost()),
                product.imageUrls(),
                product.categoryId(),
                product.weightGrams(),
                product.barcode(),
                product.tracked(),
                product.initialQuantity(),
                available,
                product.createdAt(),
                product.updatedAt(),
                product.archivedAt());
    }
}
