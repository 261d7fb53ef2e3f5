package iq.sendy.orders;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.model.OrderStateMachine;
import iq.sendy.orders.store.ConfirmationStore;
import iq.sendy.orders.store.OrderListing;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Confirmation desk: pending orders are called, and what a call comes to is recorded and moves them on. */
@Service
public class ConfirmationDesk {

    private final OrderTransactions transactions;
    private final OrderMoves moves;
    private final OrderStore orders;
    private final OrderListing listing;
    private final ConfirmationStore confirmations;
    private final Settings storeSettings;

    ConfirmationDesk(
            OrderTransactions transactions,
            OrderMoves moves,
            OrderStore orders,
            OrderListing listing,
            ConfirmationStore confirmations,
            Settings storeSettings) {
        this.transactions = transactions;
        this.moves = moves;
        this.orders = orders;
        this.listing = listing;
        this.confirmations = confirmations;
        this.storeSettings = storeSettings;
    }

    /** The order is locked, so of two who call one after the other finds it as the first has left it. */
    @Transactional
    public RecordAttempt.Result record(StoreId store, Actor actor, OrderRef ref, RecordAttempt command) {
        return transactions.run(store, actor, transaction -> {
            var seen = lock(transaction, ref);
            return seen.found().any() ? record(transaction, seen, command) : new RecordAttempt.Result.NoSuchOrder();
        });
    }

    /**
     * As {@link #record}, unless somebody called since: of two who have the same order before them, and of a button that is
     * tapped twice, the second records nothing.
     *
     * @param attempts how often it had been called when its caller saw it
     * @return empty when it was called since
     */
    @Transactional
    public Optional<RecordAttempt.Result> recordNext(
            StoreId store, Actor actor, OrderRef ref, long attempts, RecordAttempt command) {
        return transactions.run(store, actor, transaction -> {
            var seen = lock(transaction, ref);
            if (!seen.found().any()) {
                return Optional.of(new RecordAttempt.Result.NoSuchOrder());
            }
            var confirmation = seen.found().single().progress().confirmation();
            return confirmation.attempts() == attempts
                    ? Optional.of(record(transaction, seen, command))
                    : Optional.empty();
        });
    }

    /** An order, locked, and the settings of its store. */
    private record Locked(Query<OrderView> found, Query<StoreSettings> settings) {}

    private Locked lock(OrderTransaction transaction, OrderRef ref) {
        var trip = transaction.open();
        var found = trip.add(orders.lock(transaction.store(), ref));
        var settings = trip.add(storeSettings.query(transaction.store()));
        trip.send();
        return new Locked(found, settings);
    }

    private RecordAttempt.Result record(OrderTransaction transaction, Locked seen, RecordAttempt command) {
        var order = seen.found().single();
        if (order.status() != OrderStatus.PENDING) {
            var allowed = OrderStateMachine.from(order, seen.settings().first().orElse(StoreSettings.DEFAULTS));
            return new RecordAttempt.Result.Forbidden(order.status(), allowed);
        }
        return new RecordAttempt.Result.Recorded(recorded(transaction, order, command));
    }

    /** Those that are to be called at a time, the longest waiting first; of these, what the filter lets through. */
    @Transactional(readOnly = true)
    public Page<OrderView> due(StoreId store, OrderFilter filter, Paging paging) {
        return listing.due(store, filter, paging);
    }

    /** How many are to be called at a time; it shares a trip. */
    public Query<Long> countDue(StoreId store, Instant at) {
        return listing.countDue(store, at);
    }

    /** Who called in a period, and what it came to; who called most comes first. It shares a trip. */
    public Query<CallerFigures> byPerson(StoreId store, Instant from, Instant to) {
        return confirmations.byPerson(store, from, to);
    }

    private OrderDetails recorded(OrderTransaction transaction, OrderView order, RecordAttempt command) {
        var store = transaction.store();
        var attempt = confirmations.attempted(store, order.id(), command, transaction.now());
        transaction.audit(OrderAudit.attempted(order, command));
        var step = command.outcome().step();
        if (step.isPresent()) {
            var entry = transaction.entry(TimelineEntry.Type.STATUS, step.get(), command.note());
            return moves.moved(transaction, order, entry.with(command.outcome()), List.<Query<?>>of(attempt));
        }
        var entry = transaction.entry(TimelineEntry.Type.CONFIRMATION, order.status(), command.note());
        var byId = new OrderRef.ById(order.id());
        var trip = transaction.open();
        trip.add(attempt);
        trip.add(orders.record(store, order.id(), entry.with(command.outcome()), transaction.now()));
        var after = trip.add(orders.find(store, byId));
        var timeline = trip.add(orders.timeline(store, byId));
        trip.send();
        return new OrderDetails(after.single(), timeline.answer());
    }
}
