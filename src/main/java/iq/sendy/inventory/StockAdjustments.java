package iq.sendy.inventory;

import iq.sendy.catalog.Catalog;
import iq.sendy.catalog.ProductsListed.Listed;
import iq.sendy.inventory.store.IncomingStore;
import iq.sendy.inventory.store.ItemStore;
import iq.sendy.inventory.store.StockStore;
import iq.sendy.inventory.store.StockStore.Attempt;
import iq.sendy.inventory.store.StockStore.Cause;
import iq.sendy.inventory.store.WarehouseStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Stock counts, adjustments and receipts. Counting what is there: first quantities, counts, corrections, receipts, and
 * telling of what changed.
 */
@Component
class StockAdjustments {

    private final StockStore stock;
    private final IncomingStore incoming;
    private final ItemStore items;
    private final WarehouseStore warehouses;
    private final Catalog catalog;
    private final Stores stores;
    private final Pipeline pipeline;
    private final BeforeCommit beforeCommit;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    StockAdjustments(
            StockStore stock,
            IncomingStore incoming,
            ItemStore items,
            WarehouseStore warehouses,
            Catalog catalog,
            Stores stores,
            Pipeline pipeline,
            BeforeCommit beforeCommit,
            Audit audit,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.stock = stock;
        this.incoming = incoming;
        this.items = items;
        this.warehouses = warehouses;
        this.catalog = catalog;
        this.stores = stores;
        this.pipeline = pipeline;
        this.beforeCommit = beforeCommit;
        this.audit = audit;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    ChangeStockResult count(StoreId store, Actor actor, CountStock command) {
        var cause = cause(actor, command.reason(), clock.instant());
        var attempt = stock.count(store, command.item(), command.onHand(), command.expected(), cause);
        return attempt(store, attempt, cause, "counted", command.expected());
    }

    ChangeStockResult adjust(StoreId store, Actor actor, AdjustStock command) {
        var cause = cause(actor, command.reason(), clock.instant());
        var attempt = stock.adjust(store, command.item(), command.delta(), cause);
        if (command.delta() <= 0) {
            return attempt(store, attempt, cause, "adjusted", null);
        }
        var result = attempt(store, attempt, cause, "adjusted", null);
        return result instanceof ChangeStockResult.BelowReserved(var onHand, var _)
                ? new ChangeStockResult.TooMany(onHand)
                : result;
    }

    private Cause cause(Actor actor, @Nullable String reason, Instant now) {
        return new Cause(uuidGenerator.next(), null, null, reason, actor, now);
    }

    private ChangeStockResult attempt(
            StoreId store, Query<Attempt> question, Cause cause, String verb, @Nullable Long expected) {
        var settings = stores.settings(store);
        pipeline.send(settings, question);
        if (question.first().isEmpty()) {
            return new ChangeStockResult.NoSuchItem();
        }
        var attempt = question.single();
        var change = attempt.change();
        if (change == null) {
            return expected != null && expected != attempt.onHand()
                    ? new ChangeStockResult.Stale(attempt.onHand())
                    : new ChangeStockResult.BelowReserved(attempt.onHand(), attempt.reserved());
        }
        if (!attempt.counted()) {
            track(store, cause.actor(), List.of(change.productId()));
        }
        tell(
                store,
                List.of(change),
                settings.first().orElse(StoreSettings.DEFAULTS).lowStockThreshold(),
                cause.now());
        audit.record(
                store,
                cause.actor(),
                new Audit.Change(
                        "inventory." + verb,
                        "inventory_item",
                        change.itemId(),
                        Map.of("quantityOnHand", attempt.onHand()),
                        Map.of("quantityOnHand", change.onHand())));
        return new ChangeStockResult.Changed(ItemView.of(change, cause.now()));
    }

    List<StockChange> receive(StoreId store, UUID purchaseOrder, List<Demand> goods, Actor actor, Instant now) {
        var received =
                incoming.receive(store, goods, new Cause(uuidGenerator.next(), null, purchaseOrder, null, actor, now));
        pipeline.send(received);
        var changes = received.answer();
        if (changes.size() < goods.stream().map(Demand::productId).distinct().count()) {
            throw new IllegalArgumentException("Goods of a product that is not there");
        }
        track(store, actor, changes.stream().map(StockChange::productId).toList());
        // More pieces never make them few.
        tell(store, changes, -1, now);
        return changes;
    }

    /** The first quantity of a product that nobody said anything about makes it tracked. */
    private void track(StoreId store, Actor actor, List<UUID> products) {
        catalog.trackFromNow(store, actor, products);
        pipeline.send(items.counted(store, products));
    }

    /** New products get their rows, known ones their new names; all in one trip. */
    void listed(StoreId store, List<Listed> products, List<Listed> fresh, Actor actor, Instant now) {
        var parts = new ArrayList<Query<?>>();
        var laid = items.layOut(store, fresh, cause(actor, null, now));
        if (!fresh.isEmpty()) {
            parts.add(warehouses.sharePremises(store));
        }
        var kept = items.keep(store, products);
        parts.add(kept);
        if (!fresh.isEmpty()) {
            parts.add(laid);
        }
        pipeline.send(parts);
        if (kept.single() != 0) {
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCE, items.listed(store, kept.single()));
        }
        if (!fresh.isEmpty()) {
            tell(store, laid.answer(), -1, now);
        }
    }

    void tell(StoreId store, Collection<StockChange> changes, long lowThreshold, Instant now) {
        var rows = new LinkedHashMap<UUID, StockChange>();
        changes.forEach(change -> rows.merge(change.itemId(), change, StockChange::then));
        var low = new ArrayList<UUID>();
        var same = new ArrayList<UUID>();
        for (var row : rows.values()) {
            if (!row.moved()) {
                same.add(row.itemId());
                continue;
            }
            var item = ItemView.of(row, now);
            events.publishEvent(new InventoryChanged(store.value(), item, row.sequence()));
            if (row.becameLow(lowThreshold)) {
                events.publishEvent(new InventoryLow(store.value(), item, lowThreshold, row.sequence() + 1));
                low.add(row.itemId());
            }
        }
        if (!low.isEmpty()) {
            // The rows are locked by this step; the number that the second event took is written on its way out.
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCE, items.toldAgain(store, low));
        }
        // What was given back and taken anew is as it was: nobody is told, so the number that it took is free again.
        same.removeIf(
                row -> changes.stream().noneMatch(change -> change.itemId().equals(row) && change.moved()));
        if (!same.isEmpty()) {
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCE, items.notTold(store, same));
        }
    }
}
