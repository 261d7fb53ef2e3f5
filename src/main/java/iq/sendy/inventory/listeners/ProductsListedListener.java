package iq.sendy.inventory.listeners;

import iq.sendy.catalog.ProductsListed;
import iq.sendy.inventory.StockItems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A product has its row of stock from the moment it exists. */
@Component
class ProductsListedListener {

    private final StockItems stockItems;

    ProductsListedListener(StockItems stockItems) {
        this.stockItems = stockItems;
    }

    @EventListener
    void on(ProductsListed listed) {
        stockItems.follow(listed);
    }
}
