package iq.sendy.inventory;

import iq.sendy.catalog.ProductsListed;
import iq.sendy.catalog.ProductsListed.Listed;
import iq.sendy.catalog.Quantities;
import iq.sendy.inventory.store.IncomingStore;
import iq.sendy.inventory.store.ItemStore;
import iq.sendy.inventory.store.StockStore;
import iq.sendy.inventory.store.StockStore.Cause;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is there and what is promised. The steps of an order are each one statement that shares a trip of the order's own
 * transaction; once sent, {@link #tell} passes on what they changed.
 */
@Service
public class Inventory implements Quantities {

    private final StockStore stock;
    private final IncomingStore incoming;
    private final ItemStore items;
    private final StockAdjustments stockAdjustments;
    private final Warehouses warehouses;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;

    Inventory(
            StockStore stock,
            IncomingStore incoming,
            ItemStore items,
            StockAdjustments stockAdjustments,
            Warehouses warehouses,
            Pipeline pipeline,
            UuidGenerator uuidGenerator) {
        this.stock = stock;
        this.incoming = incoming;
        this.items = items;
        this.stockAdjustments = stockAdjustments;
        this.warehouses = warehouses;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
    }

    /**
     * Takes all that is wanted or nothing, from the default warehouse first, then from the oldest: reserves it for the
     * holder, or with {@code sale} sells it at once. Ask for tracked products alone. Rows are locked in the order of their
     * ids; the answer is all shortages, or all changes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Allocation> take(
            StoreId store, UUID holder, List<Demand> wants, boolean sale, Actor actor, Instant now) {
        return stock.take(store, holder, wants, sale, new Cause(uuidGenerator.next(), holder, null, null, actor, now));
    }

    /** What the holder has reserved is available again: cancelled, or refused and back. Once: then nothing is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<StockChange> release(StoreId store, UUID holder, Actor actor, Instant now) {
        return stock.release(store, holder, new Cause(uuidGenerator.next(), holder, null, null, actor, now));
    }

    /** What the holder has reserved is sold: gone from hand, and promised no more. Once: then nothing is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<StockChange> sell(StoreId store, UUID holder, Actor actor, Instant now) {
        return stock.sell(store, holder, new Cause(uuidGenerator.next(), holder, null, null, actor, now));
    }

    /**
     * Good pieces that the holder bought come back where they came from, or into the default warehouse where that place is
     * gone. Never more than was sold and not returned yet; what was not tracked when it was sold does not come back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<StockChange> giveBack(StoreId store, UUID holder, Map<UUID, Long> good, Actor actor, Instant now) {
        var wants = good.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new Demand(each.getKey(), each.getValue()))
                .toList();
        return incoming.giveBack(store, holder, wants, new Cause(uuidGenerator.next(), holder, null, null, actor, now));
    }

    /**
     * Goods of a purchase order come into the default warehouse and are tracked from now on; it tells of the change itself.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StockChange> receive(StoreId store, UUID purchaseOrder, List<Demand> goods, Actor actor, Instant now) {
        return stockAdjustments.receive(store, purchaseOrder, goods, actor, now);
    }

    /**
     * Tells of what a step changed, once for a row. Called once in a transaction, with the changes of all its steps in
     * their order.
     *
     * @param lowThreshold the store's, how few available pieces are few
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(StoreId store, Collection<StockChange> changes, long lowThreshold, Instant now) {
        stockAdjustments.tell(store, changes, lowThreshold, now);
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

    private static final int UUID_LENGTH = 36;

    @Transactional(readOnly = true)
    public Optional<ItemView> find(StoreId store, UUID item) {
        var found = items.find(store, item);
        pipeline.send(found);
        return found.first();
    }

    /** Sets what is on hand in a row, if nothing moved since and enough is left for what is promised. */
    @Transactional
    public ChangeStockResult count(StoreId store, Actor actor, CountStock command) {
        return stockAdjustments.count(store, actor, command);
    }

    /** Adds to what is on hand in a row, or takes from it. */
    @Transactional
    public ChangeStockResult adjust(StoreId store, Actor actor, AdjustStock command) {
        return stockAdjustments.adjust(store, actor, command);
    }

    /** The ledger of a row, newest first; empty when there is no such row. */
    @Transactional(readOnly = true)
    public Optional<Page<MovementView>> movements(StoreId store, UUID item, Paging paging) {
        var cursor = paging.cursor();
        var total = items.movementsCount(store, item);
        var found = items.movements(
                store, item, cursor == null ? null : Long.parseLong(cursor), paging.offset(), paging.pageSize() + 1);
        pipeline.send(total, found);
        return total.first()
                .map(count -> Page.of(paging, found.answer(), count, movement -> Long.toString(movement.position())));
    }

    /** The first warehouse of a new store. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void openStore(StoreId store, Instant now) {
        warehouses.open(store, now);
    }

    /** Rows for what the catalogue lists, and the names it has there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void listed(ProductsListed listed) {
        var store = new StoreId(listed.store());
        var actor = new Actor(listed.actorKind(), listed.actorId(), listed.actorName(), null);
        var fresh = listed.products().stream().filter(Listed::fresh).toList();
        stockAdjustments.listed(store, listed.products(), fresh, actor, listed.at());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<WarehouseView> warehouses(StoreId store, Paging paging) {
        return warehouses.list(store, paging);
    }

    @Transactional(readOnly = true)
    public Optional<WarehouseView> warehouse(StoreId store, UUID warehouse) {
        return warehouses.find(store, warehouse);
    }

    @Transactional
    public WarehouseView addWarehouse(StoreId store, Actor actor, SaveWarehouse command) {
        return warehouses.add(store, actor, command);
    }

    @Transactional
    public ChangeWarehouseResult changeWarehouse(StoreId store, Actor actor, UUID warehouse, SaveWarehouse command) {
        return warehouses.change(store, actor, warehouse, command);
    }

    @Transactional
    public DeleteWarehouseResult deleteWarehouse(StoreId store, Actor actor, UUID warehouse) {
        return warehouses.delete(store, actor, warehouse);
    }
}
