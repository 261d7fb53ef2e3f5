package iq.sendy.orders;

import iq.sendy.inventory.StockChange;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Context of one transaction on an order. Who does what for which store, and what there is to tell when it is done: the
 * stock it changed, and its events.
 */
final class OrderTransaction {

    /** Without a threshold nothing becomes few: a step that takes no stock asks for none. */
    private static final long NEVER = -1;

    private final StoreId store;
    private final Actor actor;
    private final Instant now;
    private final List<StockChange> changes = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();
    private long lowStockThreshold = NEVER;
    private int ranShort;

    OrderTransaction(StoreId store, Actor actor, Instant now) {
        this.store = store;
        this.actor = actor;
        this.now = now;
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

    List<StockChange> changes() {
        return changes;
    }

    List<Object> events() {
        return events;
    }

    long lowStockThreshold() {
        return lowStockThreshold;
    }

    /** How many baskets of the step were refused because there was too little of something. */
    int ranShort() {
        return ranShort;
    }

    void runsShort() {
        ranShort++;
    }

    /** The store's threshold, from the settings that the step has read already. */
    void lowAt(long threshold) {
        lowStockThreshold = threshold;
    }
}
