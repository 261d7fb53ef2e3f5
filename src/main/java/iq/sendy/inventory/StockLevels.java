package iq.sendy.inventory;

import iq.sendy.inventory.store.LowStock;
import iq.sendy.inventory.store.StockLevelStore;
import iq.sendy.inventory.store.StockStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreCounters;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stock levels: how many pieces of each product there are, wherever they lie. Archived products have none. */
@Service
public class StockLevels {

    /** More pieces than a row of stock holds. */
    public static final long MOST = StockStore.MOST;

    private final StockLevelStore levels;
    private final Pipeline pipeline;

    StockLevels(StockLevelStore levels, Pipeline pipeline) {
        this.levels = levels;
        this.pipeline = pipeline;
    }

    /** By SKU. */
    @Transactional(readOnly = true)
    public Page<StockLevel> list(StoreId store, Paging paging) {
        return levels.list(store)
                .total(StoreCounters.sum(store, List.of("stocked")))
                .page(pipeline, paging);
    }

    /** Those of tracked products with no more than so many available pieces, by SKU. */
    @Transactional(readOnly = true)
    public Page<StockLevel> low(StoreId store, long threshold, Paging paging) {
        return levels.list(store)
                .and(StockLevelStore.LOW, "threshold", threshold)
                .total(LowStock.count(store, threshold))
                .countedOnPagesByNumber()
                .page(pipeline, paging);
    }

    /** Of these products alone, by SKU. */
    @Transactional(readOnly = true)
    public List<StockLevel> of(StoreId store, Collection<UUID> products) {
        return pipeline.ask(levels.of(store, products)).answer();
    }
}
