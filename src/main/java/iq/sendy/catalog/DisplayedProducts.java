package iq.sendy.catalog;

import iq.sendy.catalog.store.DisplayListing;
import iq.sendy.catalog.store.ProductListing;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import java.util.Collection;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Products on display: what strangers may see of a store's catalogue, as questions that share a trip. How many pieces are left
 * the {@link Quantities} say, for the asker to keep to itself.
 */
@Service
public class DisplayedProducts {

    /** Looked for as the shop's own people look for them. */
    public Supplier<Page<ProductView>> list(Trip trip, StoreId store, DisplayFilter filter, Paging paging) {
        return ProductListing.displayed(trip, store, filter, paging);
    }

    /** The newest of all that may be seen; how many there are is not counted. */
    public Supplier<Page<ProductView>> newest(Trip trip, StoreId store, DisplayRule rule, Paging paging) {
        return ProductListing.uncounted(trip, store, rule, paging);
    }

    /** Those of these SKUs that may be seen, in no order. */
    public Query<ProductView> bySku(StoreId store, DisplayRule rule, Collection<String> skus) {
        return DisplayListing.bySku(store, rule, skus);
    }

    /** The categories that something may be seen of, and those above them, in the shop's own order. */
    public Query<CategoryView> categories(StoreId store, DisplayRule rule) {
        return DisplayListing.categories(store, rule);
    }

    /** So many of those that may be seen, the oldest first, behind so many others. */
    public Query<DisplayedAddress> addresses(StoreId store, DisplayRule rule, int offset, int most) {
        return DisplayListing.addresses(store, rule, offset, most);
    }

    public Query<Long> count(StoreId store, DisplayRule rule) {
        return DisplayListing.count(store, rule);
    }
}
