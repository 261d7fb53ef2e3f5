package iq.sendy.inventory;

import iq.sendy.inventory.store.StockStore;
import iq.sendy.inventory.store.StockStore.Correction;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stock counts and adjustments: what is on hand in a row, set or corrected by a person. */
@Service
public class StockAdjustments {

    private final StockStore stock;
    private final StockTracking tracking;
    private final StockEvents stockEvents;
    private final Settings storeSettings;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    StockAdjustments(
            StockStore stock,
            StockTracking tracking,
            StockEvents stockEvents,
            Settings storeSettings,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.stock = stock;
        this.tracking = tracking;
        this.stockEvents = stockEvents;
        this.storeSettings = storeSettings;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Sets what is on hand in a row, if nothing moved since and enough is left for what is promised. */
    @Transactional
    public CountStock.Result count(StoreId store, Actor actor, CountStock command) {
        var cause = cause(actor, command.reason());
        var expected = command.expected();
        var counted = stock.count(store, command.item(), command.onHand(), expected, cause);
        var settings = send(store, counted);
        if (counted.first().isEmpty()) {
            return new CountStock.Result.NoSuchItem();
        }
        var correction = counted.single();
        if (correction.change() != null) {
            return new CountStock.Result.Counted(record(store, settings, "inventory.counted", cause, correction));
        }
        return expected != null && expected != correction.onHand()
                ? new CountStock.Result.Stale(correction.onHand())
                : new CountStock.Result.BelowReserved(correction.onHand(), correction.reserved());
    }

    /** Adds to what is on hand in a row, or takes from it. */
    @Transactional
    public AdjustStock.Result adjust(StoreId store, Actor actor, AdjustStock command) {
        return adjust(store, actor, command, null).orElseThrow();
    }

    /** As {@link #adjust}, if there is on hand what somebody saw there before; empty when something moved since. */
    @Transactional
    public Optional<AdjustStock.Result> adjustSeen(StoreId store, Actor actor, AdjustStock command, long seen) {
        return adjust(store, actor, command, seen);
    }

    private Optional<AdjustStock.Result> adjust(
            StoreId store, Actor actor, AdjustStock command, @Nullable Long expected) {
        var cause = cause(actor, command.reason());
        var adjusted = stock.adjust(store, command.item(), command.delta(), expected, cause);
        var settings = send(store, adjusted);
        if (adjusted.first().isEmpty()) {
            return Optional.of(new AdjustStock.Result.NoSuchItem());
        }
        var correction = adjusted.single();
        if (correction.change() != null) {
            return Optional.of(
                    new AdjustStock.Result.Adjusted(record(store, settings, "inventory.adjusted", cause, correction)));
        }
        if (expected != null && expected != correction.onHand()) {
            return Optional.empty();
        }
        return Optional.of(
                command.delta() > 0
                        ? new AdjustStock.Result.TooMany(correction.onHand())
                        : new AdjustStock.Result.BelowReserved(correction.onHand(), correction.reserved()));
    }

    private MovementCause cause(Actor actor, @Nullable String reason) {
        return new MovementCause(uuidGenerator.next(), null, null, reason, actor, clock.instant());
    }

    private StoreSettings send(StoreId store, Query<Correction> correction) {
        var settings = storeSettings.query(store);
        pipeline.send(settings, correction);
        return settings.first().orElse(StoreSettings.DEFAULTS);
    }

    private ItemView record(
            StoreId store, StoreSettings settings, String action, MovementCause cause, Correction correction) {
        var change = correction.made();
        if (!correction.counted()) {
            tracking.begin(store, cause.actor(), List.of(change.productId()));
        }
        stockEvents.publish(store, List.of(change), settings.lowStockThreshold(), cause.at());
        audit.record(
                store,
                cause.actor(),
                new Audit.Change(
                        action,
                        "inventory_item",
                        change.itemId(),
                        Map.of("quantityOnHand", correction.onHand()),
                        Map.of("productId", change.productId(), "quantityOnHand", change.onHand())));
        return ItemView.of(change, cause.at());
    }
}
