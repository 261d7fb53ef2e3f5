package iq.sendy.catalog;

import iq.sendy.catalog.store.ProductStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Together;
import iq.sendy.stores.StoredAmounts;
import org.springframework.stereotype.Component;

/** Prices and costs of products, archived ones too, since they may come back. */
@Component
class ProductAmounts implements StoredAmounts {

    private final ProductStore products;
    private final Together together;

    ProductAmounts(ProductStore products, Together together) {
        this.products = products;
        this.together = together;
    }

    @Override
    public boolean any(StoreId store) {
        var found = products.anyAmount(store);
        together.send(found);
        return found.single();
    }
}
