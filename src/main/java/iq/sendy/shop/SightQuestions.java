package iq.sendy.shop;

import iq.sendy.catalog.CategoryView;
import iq.sendy.catalog.ProductView;
import iq.sendy.catalog.Quantities.Quantity;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.ChangeMark;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.SharedQuestions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Questions of a sight, which may share the trip of others: what is not answered by then has a trip of its own.
 *
 * @param mark asked before all others
 * @param since when they were asked, or not long before
 * @param before the sight that may still be the same; null where there was none
 * @param front made when a look is needed, which it seldom is
 */
public record SightQuestions(
        Trip trip,
        Query<ChangeMark> mark,
        Instant since,
        OpenStorefront shop,
        Paging paging,
        @Nullable ShopSight before,
        SingletonSupplier<FrontQuestions> front) {

    /**
     * Those that only a look answers.
     *
     * @param left what is left of the products that were there
     */
    record FrontQuestions(
            Supplier<Page<ProductView>> products,
            Query<CategoryView> categories,
            Query<UUID> fees,
            Query<Quantity> left) {}

    /** For whoever asks about the store anyway. */
    public SharedQuestions shared() {
        return new SharedQuestions(shop.store().id(), mark, settled(), this::others);
    }

    /** A look at the front, beside the mark. */
    FrontQuestions look() {
        return front.obtain();
    }

    private List<Query<?>> others() {
        look();
        return trip.parts().stream().filter(part -> part != mark).toList();
    }

    /** The mark at which the sight is the same; null where there is none, or only a look can tell. */
    @Nullable
    ChangeMark settled() {
        return before == null || !before.isTrusted(since) ? null : before.mark();
    }
}
