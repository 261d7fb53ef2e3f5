package iq.sendy.inventory;

import iq.sendy.inventory.store.ItemStore;
import iq.sendy.inventory.store.WarehouseStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Warehouses: the places where pieces are. A store has one default from its first day; another one takes over, nothing takes it away. */
@Service
public class Warehouses {

    private static final String TYPE = "warehouse";

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
        return warehouses.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<WarehouseView> find(StoreId store, UUID warehouse) {
        return pipeline.ask(warehouses.find(store, warehouse)).first();
    }

    /** A new default takes over. */
    @Transactional
    public WarehouseView add(StoreId store, Actor actor, SaveWarehouse command) {
        return add(store, actor, uuidGenerator.next(), command);
    }

    /**
     * As {@link #add}, under an id that its form was given: however often that is sent, one is there. What was sent
     * otherwise under that id, as after going back to the form, is another warehouse, and so is what is sent after it was
     * deleted.
     */
    @Transactional
    public WarehouseView addOnce(StoreId store, Actor actor, UUID id, SaveWarehouse command) {
        var made = pipeline.ask(warehouses.find(store, id)).first();
        if (made.isPresent() && command.changesNothingOf(made.get())) {
            return made.get();
        }
        if (made.isPresent() || pipeline.ask(warehouses.deleted(store, id)).any()) {
            return add(store, actor, command);
        }
        return WriteConflict.onDuplicateKey("the same form", () -> add(store, actor, id, command));
    }

    private WarehouseView add(StoreId store, Actor actor, UUID id, SaveWarehouse command) {
        var now = clock.instant();
        var warehouse = command.fresh(id, now);
        var trip = pipeline.open();
        trip.add(warehouses.lockPremises(store));
        trip.addIf(warehouse.isDefault(), () -> warehouses.clearDefault(store, warehouse.id(), now));
        trip.add(warehouses.insert(store, warehouse));
        trip.add(items.insertForWarehouse(store, warehouse.id(), now));
        trip.send();
        audit.record(store, actor, Change.created(TYPE, warehouse.id(), warehouse));
        return warehouse;
    }

    @Transactional
    public SaveWarehouse.Result change(StoreId store, Actor actor, UUID id, SaveWarehouse command) {
        var trip = pipeline.open();
        trip.add(warehouses.lockPremises(store));
        var found = trip.add(warehouses.find(store, id));
        trip.send();
        if (!found.any()) {
            return new SaveWarehouse.Result.NoSuchWarehouse();
        }
        var before = found.single();
        var after = command.over(before, clock.instant());
        if (before.isDefault() && !after.isDefault()) {
            return new SaveWarehouse.Result.DefaultNeeded();
        }
        trip.addIf(
                after.isDefault() && !before.isDefault(), () -> warehouses.clearDefault(store, id, after.updatedAt()));
        trip.add(warehouses.update(store, after));
        trip.send();
        audit.record(store, actor, Change.updated(TYPE, id, before, after));
        return new SaveWarehouse.Result.Saved(after);
    }

    @Transactional
    public DeleteWarehouse.Result delete(StoreId store, Actor actor, DeleteWarehouse command) {
        var id = command.warehouse();
        var trip = pipeline.open();
        trip.add(warehouses.lockPremises(store));
        var found = trip.add(warehouses.lock(store, id));
        var pieces = trip.add(warehouses.holdsPieces(store, id));
        trip.send();
        if (!found.any()) {
            return new DeleteWarehouse.Result.NoSuchWarehouse();
        }
        if (found.single().isDefault() || pieces.single()) {
            return new DeleteWarehouse.Result.InUse();
        }
        pipeline.send(warehouses.delete(store, id, clock.instant()));
        audit.record(store, actor, Change.deleted(TYPE, id, found.single()));
        return new DeleteWarehouse.Result.Deleted();
    }
}
