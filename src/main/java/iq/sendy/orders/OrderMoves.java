package iq.sendy.orders;

import iq.sendy.customers.Customers;
import iq.sendy.orders.model.OrderStateMachine;
import iq.sendy.orders.model.Payments;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.StatusCounts;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Moves of an order along its machine. The order's row is locked first; code, stock and customer follow in one trip with it.
 */
@Component
class OrderMoves {

    private final OrderStore orders;
    private final Settings storeSettings;
    private final OrderPricing orderPricing;
    private final OrderStock stock;
    private final Customers customers;
    private final StatusCounts counts;

    OrderMoves(
            OrderStore orders,
            Settings storeSettings,
            OrderPricing orderPricing,
            OrderStock stock,
            Customers customers,
            StatusCounts counts) {
        this.orders = orders;
        this.storeSettings = storeSettings;
        this.orderPricing = orderPricing;
        this.stock = stock;
        this.customers = customers;
        this.counts = counts;
    }

    MoveOrder.Result move(OrderTransaction transaction, OrderRef ref, MoveOrder command) {
        var trip = transaction.open();
        var found = trip.add(orders.lock(transaction.store(), ref));
        var settings = trip.add(storeSettings.query(transaction.store()));
        trip.send();
        if (!found.any()) {
            return new MoveOrder.Result.NoSuchOrder();
        }
        var order = found.single();
        var allowed = OrderStateMachine.from(order, settings.first().orElse(StoreSettings.DEFAULTS));
        if (!allowed.contains(command.status())) {
            return new MoveOrder.Result.Forbidden(order.status(), allowed);
        }
        var occurred = command.occurredAt() == null ? transaction.now() : command.occurredAt();
        var entry = TimelineEntry.of(
                TimelineEntry.Type.STATUS, command.status(), command.note(), transaction.actor(), occurred);
        return new MoveOrder.Result.Moved(moved(transaction, order, entry, List.of()));
    }

    /** The step that an entry of the timeline tells of, on a locked order that has it; what comes first shares the trip. */
    OrderDetails moved(OrderTransaction transaction, OrderView order, TimelineEntry entry, List<Query<?>> first) {
        var store = transaction.store();
        var now = transaction.now();
        var to = entry.status();
        var payment = Payments.after(to, order.payment(), order.money().total());
        var byId = new OrderRef.ById(order.id());
        var trip = transaction.open();
        trip.addAll(first);
        trip.addIf(
                to == OrderStatus.CANCELLED && order.discountCode() != null,
                () -> orderPricing.giveBackCode(store, order.id(), now));
        var stockChanges = trip.add(stock.moved(transaction, order, to));
        trip.add(customer(transaction, order, to));
        trip.addAll(orders.move(store, order, to, payment, entry, now));
        var after = trip.add(orders.find(store, byId));
        var timeline = trip.add(orders.timeline(store, byId));
        trip.send();
        counts.moved(store, order.status(), to);
        transaction.stockChanged(stockChanges.answer());
        transaction.audit(OrderAudit.moved(order, to));
        transaction.publish(new OrderMoved(store.value(), order, after.single()));
        return new OrderDetails(after.single(), timeline.answer());
    }

    private Query<Boolean> customer(OrderTransaction transaction, OrderView order, OrderStatus to) {
        var phone = order.customer().phone();
        if (phone == null) {
            return Query.known(List.of());
        }
        return switch (to) {
            case DELIVERED ->
                customers.delivered(transaction.store(), phone, order.money().total(), transaction.now());
            case REFUSED -> customers.refused(transaction.store(), phone, transaction.now());
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED, RETURNING, RETURNED, CANCELLED ->
                Query.known(List.of());
        };
    }
}
