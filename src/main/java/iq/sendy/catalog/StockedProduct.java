package iq.sendy.catalog;

import iq.sendy.catalog.Quantities.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product and how many pieces can be sold.
 *
 * @param available null when any quantity sells, because nobody counts
 */
public record StockedProduct(ProductView product, @Nullable Long available) {

    /** What is left of a product, of which nothing may be among the quantities. */
    public static StockedProduct of(ProductView product, List<Quantity> quantities) {
        if (!product.tracked()) {
            return new StockedProduct(product, null);
        }
        var available = quantities.stream()
                .filter(each -> each.productId().equals(product.id()))
                .mapToLong(Quantity::available)
                .findFirst();
        return new StockedProduct(product, available.orElse(0));
    }
}
