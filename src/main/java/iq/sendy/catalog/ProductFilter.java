package iq.sendy.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which products are wanted; all that is given must hold. Archived ones are never listed.
 *
 * @param q a part of the name or SKU, or the barcode
 * @param category with all below it
 */
public record ProductFilter(
        @Nullable String q,
        @Nullable UUID category,
        @Nullable Boolean active,
        @Nullable String sku) {

    public static final ProductFilter ANY = new ProductFilter(null, null, null, null);
}
