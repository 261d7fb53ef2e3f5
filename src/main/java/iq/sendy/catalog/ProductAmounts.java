package iq.sendy.catalog;

import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.stores.StoredAmounts;
import org.springframework.stereotype.Component;

/** Prices and costs of products, archived ones too, since they may come back. */
@Component
class ProductAmounts implements StoredAmounts {

    private final ProductStore products;
    private final Pipeline pipeline;

    ProductAmounts(ProductStore products, Pipeline pipeline) {
        this.products = products;
        this.pipeline = pipeline;
    }

    @Override
    public boolean any(StoreId store) {
        var found = products.anyAmount(store);
        pipeline.send(found);
        return found.single();
    }
}
