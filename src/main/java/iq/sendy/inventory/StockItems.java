package iq.sendy.inventory;

import iq.sendy.catalog.ProductsListed;
import iq.sendy.catalog.ProductsListed.Listed;
import iq.sendy.catalog.Quantities;
import iq.sendy.inventory.store.ItemStore;
import iq.sendy.inventory.store.LowStock;
import iq.sendy.inventory.store.WarehouseStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stock rows, one for each product and warehouse: what is on hand, what is reserved of it, and the ledger of both. */
@Service
public class StockItems implements Quantities {

    private final ItemStore items;
    private final WarehouseStore warehouses;
    private final StockEvents stockEvents;
    private final Pipeline pipeline;
    private final BeforeCommit beforeCommit;
    private final UuidGenerator uuidGenerator;

    StockItems(
            ItemStore items,
            WarehouseStore warehouses,
            StockEvents stockEvents,
            Pipeline pipeline,
            BeforeCommit beforeCommit,
            UuidGenerator uuidGenerator) {
        this.items = items;
        this.warehouses = warehouses;
        this.stockEvents = stockEvents;
        this.pipeline = pipeline;
        this.beforeCommit = beforeCommit;
        this.uuidGenerator = uuidGenerator;
    }

    @Override
    public Query<Quantity> availableOf(StoreId store, Collection<UUID> products) {
        return items.available(store, products);
    }

    /** By SKU. */
    @Transactional(readOnly = true)
    public Page<ItemView> list(StoreId store, ItemFilter filter, Paging paging) {
        var trip = pipeline.open();
        var found = trip.add(items.list(store, filter, paging));
        var total = trip.addIf(paging.cursor() == null, () -> items.count(store, filter));
        trip.send();
        return Page.of(paging, found.answer(), total.first().orElse(null), item -> item.id() + item.sku());
    }

    /** How many tracked products have no more than so many available pieces; it shares a trip. */
    public Query<Long> countLow(StoreId store, long threshold) {
        return LowStock.count(store, threshold);
    }

    /** How many tracked products have how many pieces left, for who learns only in the same trip what is few. */
    public Query<PiecesLeft> piecesLeft(StoreId store) {
        return LowStock.left(store);
    }

    @Transactional(readOnly = true)
    public Optional<ItemView> find(StoreId store, UUID item) {
        return pipeline.ask(items.find(store, item)).first();
    }

    /** The ledger of a row, newest first; empty when there is no such row. */
    @Transactional(readOnly = true)
    public Optional<Page<MovementView>> movements(StoreId store, UUID item, Paging paging) {
        var total = items.countMovements(store, item);
        var page = items.movements(store, item).total(total).page(pipeline, paging);
        return total.any() ? Optional.of(page) : Optional.empty();
    }

    /** New products get their rows, known ones the names and SKUs that the catalogue has now; all in one trip. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(ProductsListed listed) {
        var store = new StoreId(listed.store());
        var actor = new Actor(listed.actorKind(), listed.actorId(), listed.actorName(), null);
        var fresh = listed.products().stream().filter(Listed::fresh).toList();
        var cause = new MovementCause(uuidGenerator.next(), null, null, null, actor, listed.at());
        var trip = pipeline.open();
        trip.addIf(!fresh.isEmpty(), () -> warehouses.sharePremises(store));
        var more = trip.add(items.saveProducts(store, listed.products()));
        var added = trip.addIf(!fresh.isEmpty(), () -> items.insertForProducts(store, fresh, cause));
        trip.send();
        if (more.single() != 0) {
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCES, items.countListed(store, more.single()));
        }
        if (!fresh.isEmpty()) {
            stockEvents.publish(store, added.answer(), StockEvents.NEVER_LOW, listed.at());
        }
    }
}
