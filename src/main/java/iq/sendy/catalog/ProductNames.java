package iq.sendy.catalog;

import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Names of many products at once, for whoever lists what the catalogue does not. */
@Service
public class ProductNames {

    private final ProductStore products;

    ProductNames(ProductStore products) {
        this.products = products;
    }

    /** Those of products by their ids, archived ones too; it shares a trip. */
    public Query<ProductName> of(StoreId store, Collection<UUID> ids) {
        return products.names(store, ids);
    }
}
