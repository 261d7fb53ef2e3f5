package iq.sendy.inventory.listeners;

import iq.sendy.inventory.Inventory;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.StoreOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A store has a warehouse from its first moment. */
@Component
class StoreListener {

    private final Inventory inventory;

    StoreListener(Inventory inventory) {
        this.inventory = inventory;
    }

    @EventListener
    void on(StoreOpened opened) {
        inventory.openStore(new StoreId(opened.store()), opened.at());
    }
}
