package iq.sendy.catalog;

import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Pictures of many products at once, for whoever lists what the catalogue does not. */
@Service
public class ProductPictures {

    private final ProductStore products;

    ProductPictures(ProductStore products) {
        this.products = products;
    }

    /** The first of each of these products that has one, archived ones too; it shares a trip. */
    public Query<ProductPicture> of(StoreId store, Collection<UUID> ids) {
        return products.pictures(store, ids);
    }
}
