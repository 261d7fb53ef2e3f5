package iq.sendy.purchasing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.purchasing.store.PurchaseOrderStore;
import iq.sendy.stores.StoredAmounts;
import org.springframework.stereotype.Component;

/** Costs and fees of purchase orders, which fix the store's currency. */
@Component
class PurchaseAmounts implements StoredAmounts {

    private final PurchaseOrderStore orders;
    private final Pipeline pipeline;

    PurchaseAmounts(PurchaseOrderStore orders, Pipeline pipeline) {
        this.orders = orders;
        this.pipeline = pipeline;
    }

    @Override
    public boolean any(StoreId store) {
        return pipeline.ask(orders.any(store)).single();
    }
}
