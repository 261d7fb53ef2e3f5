package iq.sendy.inventory.listeners;

import iq.sendy.catalog.ProductsListed;
import iq.sendy.inventory.Inventory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A product has its row of stock from the moment it exists. */
@Component
class CatalogListener {

    private final Inventory inventory;

    CatalogListener(Inventory inventory) {
        this.inventory = inventory;
    }

    @EventListener
    void on(ProductsListed listed) {
        inventory.listed(listed);
    }
}
