package iq.sendy.catalog;

import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filter of products; all that is given must hold. Archived ones are never listed.
 *
 * @param q a part of the name or SKU, or the barcode
 * @param categoryId with all below it
 */
public record ProductFilter(
        @Text(Text.NAME) @Nullable String q,
        @ReferenceTo("category") @Nullable UUID categoryId,
        @Nullable Boolean isActive,
        @Text(Text.REFERENCE) @Nullable String sku) {

    public static final ProductFilter ANY = new ProductFilter(null, null, null, null);
}
