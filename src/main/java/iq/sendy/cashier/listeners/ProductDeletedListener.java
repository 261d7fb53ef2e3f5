package iq.sendy.cashier.listeners;

import iq.sendy.cashier.PinnedProducts;
import iq.sendy.catalog.ProductDeleted;
import iq.sendy.kernel.StoreId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An archived product leaves the counter. */
@Component
class ProductDeletedListener {

    private final PinnedProducts pins;

    ProductDeletedListener(PinnedProducts pins) {
        this.pins = pins;
    }

    @EventListener
    void on(ProductDeleted deleted) {
        pins.forget(new StoreId(deleted.store()), deleted.product().id());
    }
}
