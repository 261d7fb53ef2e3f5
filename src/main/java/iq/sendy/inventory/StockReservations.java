package iq.sendy.inventory;

import iq.sendy.inventory.store.IncomingStore;
import iq.sendy.inventory.store.StockStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock reservations: the pieces that orders and other holders have been promised. Each method is one statement that shares
 * a trip of the holder's own transaction; once sent, {@link StockEvents} tells of what it changed.
 */
@Service
public class StockReservations {

    private final StockStore stock;
    private final IncomingStore incoming;
    private final UuidGenerator uuidGenerator;

    StockReservations(StockStore stock, IncomingStore incoming, UuidGenerator uuidGenerator) {
        this.stock = stock;
        this.incoming = incoming;
        this.uuidGenerator = uuidGenerator;
    }

    /**
     * Reserves all that is wanted or nothing, from the default warehouse first, then from the oldest. Ask for tracked
     * products alone. Rows are locked in the order of their ids; the answer is all shortages, or all changes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Allocation> reserve(StoreId store, UUID holder, List<Demand> wants, Actor actor, Instant now) {
        return stock.reserve(store, holder, wants, cause(holder, actor, now));
    }

    /** As {@link #reserve}, but sold at once: a sale over the counter. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Allocation> sellAtOnce(StoreId store, UUID holder, List<Demand> wants, Actor actor, Instant now) {
        return stock.sellAtOnce(store, holder, wants, cause(holder, actor, now));
    }

    /**
     * As {@link #sellAtOnce}, as far as there is something: a sale that has happened. Each product has a row at least, which
     * may be as it was; what the changes lack is not there.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Allocation> sellWhatIsThere(StoreId store, UUID holder, List<Demand> wants, Actor actor, Instant now) {
        return stock.sellWhatIsThere(store, holder, wants, cause(holder, actor, now));
    }

    /** What the holder has reserved is available again: cancelled, or refused and back. Once: then nothing is reserved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<StockChange> release(StoreId store, UUID holder, Actor actor, Instant now) {
        return stock.release(store, holder, cause(holder, actor, now));
    }

    /** As {@link #reserve}, for a holder that is no order yet: its movements name none, and say why instead. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<Allocation> hold(
            StoreId store, UUID holder, List<Demand> wants, String reason, Actor actor, Instant now) {
        return stock.reserve(store, holder, wants, cause(reason, actor, now));
    }

    /** What was held so is available again. Once: then nothing is reserved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<StockChange> free(StoreId store, UUID holder, String reason, Actor actor, Instant now) {
        return stock.release(store, holder, cause(reason, actor, now));
    }

    /** What the holder has reserved is sold: gone from hand, and promised no more. Once: then nothing is reserved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<StockChange> sell(StoreId store, UUID holder, Actor actor, Instant now) {
        return stock.sell(store, holder, cause(holder, actor, now));
    }

    /**
     * Good pieces that the holder bought come back where they came from, or into the default warehouse where that place is
     * gone. Never more than was sold and not returned yet; what was not tracked when it was sold does not come back.
     *
     * @param soldShort products of which the holder bought more than the stock knew of: all their pieces come back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<StockChange> restock(
            StoreId store, UUID holder, Map<UUID, Long> good, Set<UUID> soldShort, Actor actor, Instant now) {
        var wants = good.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new Demand(each.getKey(), each.getValue()))
                .toList();
        return incoming.restock(store, holder, wants, soldShort, cause(holder, actor, now));
    }

    /** The room for goods that may come back from the holder, where {@link #restock} puts them; it stays so until the end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Query<StockRoom> roomBack(StoreId store, UUID holder, Collection<UUID> products) {
        return incoming.roomBack(store, holder, products);
    }

    private MovementCause cause(String reason, Actor actor, Instant now) {
        return new MovementCause(uuidGenerator.next(), null, null, reason, actor, now);
    }

    private MovementCause cause(UUID holder, Actor actor, Instant now) {
        return new MovementCause(uuidGenerator.next(), holder, null, null, actor, now);
    }
}
