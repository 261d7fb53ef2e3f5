package iq.sendy.inventory;

import iq.sendy.catalog.Products;
import iq.sendy.inventory.store.ItemStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stock tracking: the first quantity of a product of which nobody stated it makes orders take stock of it. */
@Component
class StockTracking {

    private final Products catalog;
    private final ItemStore items;
    private final Pipeline pipeline;

    StockTracking(Products catalog, ItemStore items, Pipeline pipeline) {
        this.catalog = catalog;
        this.items = items;
        this.pipeline = pipeline;
    }

    void begin(StoreId store, Actor actor, List<UUID> products) {
        catalog.trackFromNow(store, actor, products);
        pipeline.send(items.markCounted(store, products));
    }
}
