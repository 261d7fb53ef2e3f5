package iq.sendy.inventory;

import iq.sendy.catalog.ProductsListed;
import iq.sendy.catalog.ProductsListed.Listed;
import iq.sendy.catalog.Quantities;
import iq.sendy.inventory.store.ItemStore;
import iq.sendy.inventory.store.WarehouseStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stock rows, one for each product and warehouse: what is on hand, what is reserved of it, and the ledger of both. */
@Service
public class StockItems implements Quantities {

    private static final int UUID_LENGTH = 36;

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
        var cursor = paging.cursor();
        var found = items.list(
                store,
                filter,
                cursor == null ? null : cursor.substring(UUID_LENGTH),
                cursor == null ? null : UUID.fromString(cursor.substring(0, UUID_LENGTH)),
                paging.offset(),
                paging.pageSize() + 1);
        var total = items.count(store, filter);
        pipeline.send(cursor == null ? List.of(found, total) : List.of(found));
        return Page.of(paging, found.answer(), cursor == null ? total.single() : null, item -> item.id() + item.sku());
    }

    @Transactional(readOnly = true)
    public Optional<ItemView> find(StoreId store, UUID item) {
        var found = items.find(store, item);
        pipeline.send(found);
        return found.first();
    }

    /** The ledger of a row, newest first; empty when there is no such row. */
    @Transactional(readOnly = true)
    public Optional<Page<MovementView>> movements(StoreId store, UUID item, Paging paging) {
        var cursor = paging.cursor();
        var total = items.countMovements(store, item);
        var found = items.movements(
                store, item, cursor == null ? null : Long.parseLong(cursor), paging.offset(), paging.pageSize() + 1);
        pipeline.send(total, found);
        return total.first()
                .map(count -> Page.of(paging, found.answer(), count, movement -> Long.toString(movement.position())));
    }

    /** New products get their rows, known ones the names and SKUs that the catalogue has now; all in one trip. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(ProductsListed listed) {
        var store = new StoreId(listed.store());
        var actor = new Actor(listed.actorKind(), listed.actorId(), listed.actorName(), null);
        var fresh = listed.products().stream().filter(Listed::fresh).toList();
        var cause = new MovementCause(uuidGenerator.next(), null, null, null, actor, listed.at());
        var added = items.insertForProducts(store, fresh, cause);
        var more = items.saveProducts(store, listed.products());
        var parts = new ArrayList<Query<?>>();
        if (!fresh.isEmpty()) {
            parts.add(warehouses.sharePremises(store));
        }
        parts.add(more);
        if (!fresh.isEmpty()) {
            parts.add(added);
        }
        pipeline.send(parts);
        if (more.single() != 0) {
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCE, items.countListed(store, more.single()));
        }
        if (!fresh.isEmpty()) {
            stockEvents.publish(store, added.answer(), StockEvents.NEVER_LOW, listed.at());
        }
    }
}
