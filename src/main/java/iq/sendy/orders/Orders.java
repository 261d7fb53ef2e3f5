package iq.sendy.orders;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.model.OrderStateMachine;
import iq.sendy.orders.store.OrderListing;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.StatusCounts;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Baskets turned into agreements, whatever door they came by. */
@Service
public class Orders {

    private final OrderTransactions transactions;
    private final OrderPlacement placement;
    private final OrderMoves moves;
    private final ItemReplacement itemReplacement;
    private final OrderStore orders;
    private final OrderListing listing;

    Orders(
            OrderTransactions transactions,
            OrderPlacement placement,
            OrderMoves moves,
            ItemReplacement itemReplacement,
            OrderStore orders,
            OrderListing listing) {
        this.transactions = transactions;
        this.placement = placement;
        this.moves = moves;
        this.itemReplacement = itemReplacement;
        this.orders = orders;
        this.listing = listing;
    }

    /** Stock is asked last and takes all or nothing, so a returned refusal has nothing to roll back. */
    @Transactional
    public PlaceOrder.Result place(StoreId store, Actor actor, PlaceOrder command) {
        return transactions.run(
                store, actor, transaction -> placement.place(transaction, command, OrderPlacement.Repeat.PLACED_AGAIN));
    }

    @Transactional(readOnly = true)
    public Optional<OrderDetails> find(StoreId store, OrderRef ref) {
        return orders.details(store, ref);
    }

    /** Those of the orders that there are, without their timelines. */
    @Transactional(readOnly = true)
    public List<OrderView> findAll(StoreId store, List<OrderRef> refs) {
        return orders.findAll(store, refs);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<OrderView> list(StoreId store, OrderFilter filter, Paging paging) {
        return listing.list(store, filter, paging);
    }

    /** How many orders are in one of these statuses: it is kept, and shares a trip. */
    public Query<Long> countIn(StoreId store, List<OrderStatus> statuses) {
        return StatusCounts.of(store, statuses);
    }

    /** The public id of the newest order of a phone, by whatever way it came; it shares a trip. */
    public Query<String> newestPublicId(StoreId store, Phone phone) {
        return orders.newestPublicId(store, phone);
    }

    /** Stores address and coordinates and nothing else, until the order is handed over or cancelled. */
    @Transactional
    public ChangeAddress.Result changeAddress(StoreId store, Actor actor, OrderRef ref, ChangeAddress change) {
        return transactions.run(store, actor, transaction -> {
            var found = transaction.ask(orders.lock(store, ref));
            if (!found.any()) {
                return new ChangeAddress.Result.NoSuchOrder();
            }
            var order = found.single();
            if (!OrderStateMachine.beforeHandOver(order.status())) {
                return new ChangeAddress.Result.Closed(order.status());
            }
            var entry = transaction.entry(TimelineEntry.Type.ADDRESS, order.status(), null);
            var changed = orders.changeAddress(store, order, change, entry, transaction.now());
            transaction.audit(OrderAudit.addressChanged(order));
            transaction.publish(new OrderChanged(store.value(), order, changed.order()));
            return new ChangeAddress.Result.Changed(changed);
        });
    }

    /** Replaces the items until hand-over: stock, discounts, shipping and amount due are worked out anew. */
    @Transactional
    public ChangeItems.Result changeItems(StoreId store, Actor actor, OrderRef ref, ChangeItems change) {
        return transactions.run(store, actor, transaction -> itemReplacement.replace(transaction, ref, change));
    }

    /** Cancels an order that is still in the store; stock and code are free again. */
    @Transactional
    public MoveOrder.Result cancel(StoreId store, Actor actor, OrderRef ref, @Nullable String reason) {
        return move(store, actor, ref, new MoveOrder(OrderStatus.CANCELLED, reason, null));
    }

    /** Moves an order along its machine; its money and its stock follow. */
    @Transactional
    public MoveOrder.Result move(StoreId store, Actor actor, OrderRef ref, MoveOrder command) {
        return transactions.run(store, actor, transaction -> moves.move(transaction, ref, command));
    }
}
