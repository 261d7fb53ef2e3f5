package iq.sendy.inventory;

import iq.sendy.inventory.store.ItemStore;
import iq.sendy.inventory.store.WarehouseStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Warehouses: the places where pieces are. A store has one default from its first day; another one takes over, nothing takes it away. */
@Service
public class Warehouses {

    /** What a new store's warehouse is called; most shops never see a second one. */
    private static final String FIRST = "المخزن الرئيسي";

    private final WarehouseStore warehouses;
    private final ItemStore items;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Warehouses(
            WarehouseStore warehouses,
            ItemStore items,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.warehouses = warehouses;
        this.items = items;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** The first warehouse of a new store. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(StoreId store, Instant now) {
        var first = new WarehouseView(uuidGenerator.next(), FIRST, null, true, now, now);
        pipeline.send(warehouses.insertPremises(store), warehouses.insert(store, first));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<WarehouseView> list(StoreId store, Paging paging) {
        var cursor = paging.cursor();
        var cut = cursor == null ? 0 : cursor.indexOf('_');
        var found = warehouses.list(
                store,
                cursor == null ? null : Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, cut))),
                cursor == null ? null : UUID.fromString(cursor.substring(cut + 1)),
                paging.offset(),
                paging.pageSize() + 1);
        var total = warehouses.count(store);
        pipeline.send(found, total);
        return Page.of(
                paging,
                found.answer(),
                total.single(),
                warehouse -> warehouse.createdAt().toEpochMilli() + "_" + warehouse.id());
    }

    @Transactional(readOnly = true)
    public Optional<WarehouseView> find(StoreId store, UUID warehouse) {
        var found = warehouses.find(store, warehouse);
        pipeline.send(found);
        return found.first();
    }

    /** A new default takes over. */
    @Transactional
    public WarehouseView add(StoreId store, Actor actor, SaveWarehouse command) {
        var now = clock.instant();
        var warehouse = command.fresh(uuidGenerator.next(), now);
        var parts = new ArrayList<Query<?>>();
        parts.add(warehouses.lockPremises(store));
        if (warehouse.isDefault()) {
            parts.add(warehouses.clearDefault(store, warehouse.id(), now));
        }
        parts.add(warehouses.insert(store, warehouse));
        parts.add(items.insertForWarehouse(store, warehouse.id(), now));
        pipeline.send(parts);
        audit.record(store, actor, new Audit.Change("warehouse.created", "warehouse", warehouse.id(), null, warehouse));
        return warehouse;
    }

    @Transactional
    public SaveWarehouse.Result change(StoreId store, Actor actor, UUID id, SaveWarehouse command) {
        var found = warehouses.find(store, id);
        pipeline.send(warehouses.lockPremises(store), found);
        if (found.first().isEmpty()) {
            return new SaveWarehouse.Result.NoSuchWarehouse();
        }
        var before = found.single();
        var after = command.over(before, clock.instant());
        if (before.isDefault() && !after.isDefault()) {
            return new SaveWarehouse.Result.DefaultNeeded();
        }
        var parts = new ArrayList<Query<?>>();
        if (after.isDefault() && !before.isDefault()) {
            parts.add(warehouses.clearDefault(store, id, after.updatedAt()));
        }
        parts.add(warehouses.update(store, after));
        pipeline.send(parts);
        audit.record(store, actor, new Audit.Change("warehouse.updated", "warehouse", id, before, after));
        return new SaveWarehouse.Result.Saved(after);
    }

    @Transactional
    public DeleteWarehouse.Result delete(StoreId store, Actor actor, DeleteWarehouse command) {
        var id = command.warehouse();
        var found = warehouses.lock(store, id);
        var pieces = warehouses.holdsPieces(store, id);
        pipeline.send(warehouses.lockPremises(store), found, pieces);
        if (found.first().isEmpty()) {
            return new DeleteWarehouse.Result.NoSuchWarehouse();
        }
        if (found.single().isDefault() || pieces.single()) {
            return new DeleteWarehouse.Result.InUse();
        }
        pipeline.send(warehouses.delete(store, id, clock.instant()));
        audit.record(store, actor, new Audit.Change("warehouse.deleted", "warehouse", id, found.single(), null));
        return new DeleteWarehouse.Result.Deleted();
    }
}
