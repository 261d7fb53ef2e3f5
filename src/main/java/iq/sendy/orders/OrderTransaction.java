package iq.sendy.orders;

import iq.sendy.inventory.StockChange;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.store.NewOrderStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Unit of work on orders: who does what for which store, its trips to the database, and what there is to tell when it is
 * done, which are its events and the stock that it changed.
 */
final class OrderTransaction {

    /** Without a threshold nothing becomes few: what takes no stock asks for none. */
    private static final long NEVER = -1;

    private final StoreId store;
    private final Actor actor;
    private final Instant now;
    private final Pipeline pipeline;
    private final Audit audit;
    private final List<StockChange> stockChanges = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();
    private long lowStockThreshold = NEVER;
    private final Set<UUID> soldShort = new HashSet<>();
    private int ranShort;

    OrderTransaction(StoreId store, Actor actor, Instant now, Pipeline pipeline, Audit audit) {
        this.store = store;
        this.actor = actor;
        this.now = now;
        this.pipeline = pipeline;
        this.audit = audit;
    }

    StoreId store() {
        return store;
    }

    Actor actor() {
        return actor;
    }

    Instant now() {
        return now;
    }

    Trip open() {
        return pipeline.open();
    }

    <R> Query<R> ask(Query<R> query) {
        return pipeline.ask(query);
    }

    /** Sends what stores new orders, whose public ids are drawn and may be taken. */
    static void insert(Trip trip) {
        try {
            trip.send();
        } catch (DuplicateKeyException taken) {
            if (NewOrderStore.isPublicIdTaken(taken)) {
                throw new WriteConflict("a public id that was drawn twice");
            }
            throw taken;
        }
    }

    /** An entry of the timeline, by whoever does this. */
    TimelineEntry entry(TimelineEntry.Type type, OrderStatus status, @Nullable String note) {
        return TimelineEntry.of(type, status, note, actor, now);
    }

    void audit(Audit.Change... changes) {
        audit.record(store, actor, List.of(changes));
    }

    void publish(Object event) {
        events.add(event);
    }

    void stockChanged(Collection<StockChange> changes) {
        stockChanges.addAll(changes);
    }

    /** These products were sold though there was too little of them. */
    void sellsShort(Collection<UUID> products) {
        soldShort.addAll(products);
    }

    Set<UUID> soldShort() {
        return soldShort;
    }

    List<StockChange> stockChanges() {
        return stockChanges;
    }

    List<Object> events() {
        return events;
    }

    long lowStockThreshold() {
        return lowStockThreshold;
    }

    /** How many baskets were refused because there was too little of something. */
    int ranShort() {
        return ranShort;
    }

    void runsShort() {
        ranShort++;
    }

    /** The store's threshold, from the settings that were read already. */
    void lowAt(long threshold) {
        lowStockThreshold = threshold;
    }

    /** Nothing of it is to stay. */
    void undo() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        events.clear();
        stockChanges.clear();
    }
}
