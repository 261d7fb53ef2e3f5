package iq.sendy.shop;

import iq.sendy.platform.api.Page;
import iq.sendy.pricing.DeliveryFeeSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Front of a shop: its categories, and a page of its products.
 *
 * @param fees what delivery costs; null where weight decides
 */
public record ShopFront(
        List<ShopCategory> categories,
        Page<ShopProduct> products,
        @Nullable DeliveryFeeSpan fees) {

    public ShopFront {
        categories = List.copyOf(categories);
    }
}
