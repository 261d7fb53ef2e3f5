package iq.sendy.inventory.listeners;

import iq.sendy.inventory.Warehouses;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.StoreOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A store has a warehouse from its first moment. */
@Component
class StoreOpenedListener {

    private final Warehouses warehouses;

    StoreOpenedListener(Warehouses warehouses) {
        this.warehouses = warehouses;
    }

    @EventListener
    void on(StoreOpened opened) {
        warehouses.open(new StoreId(opened.store()), opened.at());
    }
}
