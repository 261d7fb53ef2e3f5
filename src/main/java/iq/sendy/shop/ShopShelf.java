package iq.sendy.shop;

import iq.sendy.pricing.DeliveryFeeSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shelf of a shop: a product, and what stands beside it.
 *
 * @param category null where it stands in none
 * @param alike others of its category
 * @param fees what delivery of one costs; null where weight decides
 */
public record ShopShelf(
        ShopProduct product,
        @Nullable ShopCategory category,
        List<ShopProduct> alike,
        @Nullable DeliveryFeeSpan fees) {

    public ShopShelf {
        alike = List.copyOf(alike);
    }
}
