package iq.sendy.shop;

import iq.sendy.catalog.CategoryView;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Quantities.Quantity;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.SharedQuestions;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions of a sight, which may share the trip of others: what is not answered by then has a trip of its own.
 *
 * @param before the sight that may still be the same; null where there was none
 * @param left what is left of the products that were there
 */
public record SightQuestions(
        Trip trip,
        OpenStorefront shop,
        Paging paging,
        @Nullable ShopSight before,
        Supplier<Page<ProductView>> products,
        Query<CategoryView> categories,
        Query<UUID> fees,
        Query<Quantity> left) {

    /** For whoever asks about the store anyway. */
    public SharedQuestions shared() {
        return new SharedQuestions(shop.store().id(), trip.parts());
    }
}
