package iq.sendy.catalog;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.UUID;

/**
 * Available quantities of products. Catalogue answers it with its products and stands below inventory, which brings it: an
 * interface with one implementation, because the arrow of the floors points the other way than the question.
 */
public interface Quantities {

    record Quantity(UUID productId, long available) {}

    /** The pieces of these products that are not promised, over all warehouses; shares a trip. */
    Query<Quantity> availableOf(StoreId store, Collection<UUID> products);
}
