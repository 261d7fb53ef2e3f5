package iq.sendy.inventory;

import iq.sendy.inventory.store.ItemStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.BeforeCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publisher of stock events: one for each row that a transaction changed, and one more for a row that became low. */
@Service
public class StockEvents {

    /** Below what any row has: more pieces never make them few. */
    static final long NEVER_LOW = -1;

    private final ItemStore items;
    private final BeforeCommit beforeCommit;
    private final ApplicationEventPublisher events;

    StockEvents(ItemStore items, BeforeCommit beforeCommit, ApplicationEventPublisher events) {
        this.items = items;
        this.beforeCommit = beforeCommit;
        this.events = events;
    }

    /** As {@link #publish(StoreId, Collection, Set, long, Instant)}, where nothing was sold that was not there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(StoreId store, Collection<StockChange> changes, long lowThreshold, Instant now) {
        publish(store, changes, Set.of(), lowThreshold, now);
    }

    /**
     * Called once in a transaction, with the changes of all its statements in their order.
     *
     * @param soldShort products that were sold though there was too little of them: one row of each is told to be low
     * @param lowThreshold the store's, how few available pieces are few
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(
            StoreId store, Collection<StockChange> changes, Set<UUID> soldShort, long lowThreshold, Instant now) {
        var rows = new LinkedHashMap<UUID, StockChange>();
        changes.forEach(change -> rows.merge(change.itemId(), change, StockChange::then));
        var toTell = new HashSet<>(soldShort);
        var low = new ArrayList<UUID>();
        var same = new ArrayList<UUID>();
        for (var row : rows.values()) {
            var item = ItemView.of(row, now);
            if (row.moved()) {
                events.publishEvent(new InventoryChanged(store.value(), item, row.sequence()));
            } else {
                same.add(row.itemId());
            }
            var lacking = toTell.remove(row.productId());
            if (lacking || (row.moved() && row.becameLow(lowThreshold))) {
                events.publishEvent(new InventoryLow(store.value(), item, lowThreshold, row.sequence() + 1));
                low.add(row.itemId());
            }
        }
        if (!low.isEmpty()) {
            // The rows are locked by this transaction; the number that the second event took is written on its way out.
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCES, items.addToSequence(store, low, 1));
        }
        // What was given back and taken anew is as it was: nobody hears of it, so the number that it took is free
        // again.
        same.removeIf(
                row -> changes.stream().noneMatch(change -> change.itemId().equals(row) && change.moved()));
        if (!same.isEmpty()) {
            beforeCommit.add(BeforeCommit.LockOrder.SEQUENCES, items.addToSequence(store, same, -1));
        }
    }
}
