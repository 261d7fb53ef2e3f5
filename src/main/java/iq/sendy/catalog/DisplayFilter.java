package iq.sendy.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filter of the products that strangers may see; all that is given must hold.
 *
 * @param q a part of the name or SKU, or the barcode
 * @param categoryId with all below it
 */
public record DisplayFilter(
        DisplayRule rule, @Nullable String q, @Nullable UUID categoryId, DisplayOrder order) {}
