package iq.sendy.returns;

import iq.sendy.cashier.RefundDrawer;
import iq.sendy.customers.Customers;
import iq.sendy.inventory.StockReservations;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.DeliveredOrders;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.returns.ReturnView.ReturnItem;
import iq.sendy.returns.model.ReturnableItems;
import iq.sendy.returns.store.ReturnStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completing a return: good pieces are stock again, money is paid back, and the order goes with its last piece. */
@Component
class ReturnCompletion {

    private final DeliveredOrders orders;
    private final StockReservations reservations;
    private final Customers customers;
    private final ReturnStore returns;
    private final ReturnJournal journal;
    private final Pipeline pipeline;

    ReturnCompletion(
            DeliveredOrders orders,
            StockReservations reservations,
            Customers customers,
            ReturnStore returns,
            ReturnJournal journal,
            Pipeline pipeline) {
        this.orders = orders;
        this.reservations = reservations;
        this.customers = customers;
        this.returns = returns;
        this.journal = journal;
        this.pipeline = pipeline;
    }

    /**
     * One trip locks the order and reads, behind the lock, what its other returns hold; one looks whether the good pieces fit
     * beside what is there; one writes.
     */
    MoveReturn.Result complete(
            StoreId store,
            Actor actor,
            ReturnView request,
            Map<UUID, MoveReturn.Arrival> arrivals,
            @Nullable UUID session,
            Instant now) {
        var locked = orders.lock(store, new OrderRef.ById(request.orderId()));
        var drawer = orders.holdDrawer(store, request.orderId(), session);
        var again = returns.find(store, request.id());
        var held = returns.held(store, request.orderId());
        var trip = pipeline.open();
        trip.add(locked);
        trip.addAll(drawer.parts());
        trip.add(again);
        trip.add(held);
        trip.send();
        if (again.single().status() != request.status()) {
            throw new WriteConflict("another step of the return");
        }
        if (drawer.isUnknown()) {
            return new MoveReturn.Result.Invalid(List.of(Violation.at("cashierSessionId", "cashier_session.unknown")));
        }
        if (drawer.isClosed()) {
            return new MoveReturn.Result.SessionClosed();
        }
        var order = locked.single();
        var returnable = new ReturnableItems(order, held.answer());
        var arrived = new Arrived(order, returnable, returnable.arrived(request, arrivals), drawer);
        var full = withoutRoom(store, order, arrived.good());
        return full.isPresent() ? full.get() : new MoveReturn.Result.Moved(taken(store, actor, request, arrived, now));
    }

    /** What came back of an order that is locked, and the drawer that pays for it. */
    private record Arrived(OrderView order, ReturnableItems returnable, List<ReturnItem> items, RefundDrawer drawer) {

        Map<UUID, Long> good() {
            return returnable.good(items);
        }
    }

    private ReturnView taken(StoreId store, Actor actor, ReturnView request, Arrived arrived, Instant now) {
        var order = arrived.order();
        var returnable = arrived.returnable();
        var items = arrived.items();
        var refund = returnable.refund(items);
        var good = arrived.good();
        var stock = good.isEmpty()
                ? null
                : reservations.restock(store, order.id(), good, returnable.soldShort(), actor, now);
        var takeBack = returnable.allBack(items) ? orders.takeBack(store, actor, order, now) : null;
        var phone = order.customer().phone();
        var parts = new ArrayList<Query<?>>();
        if (stock != null) {
            parts.add(stock);
        }
        if (phone != null && takeBack != null) {
            parts.add(customers.returned(store, phone, refund, now));
        } else if (phone != null && refund > 0) {
            parts.add(customers.refunded(store, phone, refund, now));
        }
        parts.add(orders.payBack(store, actor, order, request.id(), refund, arrived.drawer(), now));
        parts.add(orders.recordReturn(store, actor, order, null, now));
        if (takeBack != null) {
            parts.addAll(takeBack.parts());
        }
        var moved = returns.move(store, request, ReturnStatus.COMPLETED, null, refund, now);
        parts.add(moved);
        if (!items.isEmpty()) {
            parts.add(returns.arrived(store, request.id(), items));
        }
        var after = returns.find(store, request.id());
        parts.add(after);
        pipeline.send(parts);
        var completed = journal.moved(store, actor, order, request, moved, after);
        if (takeBack != null) {
            orders.takenBack(store, actor, takeBack);
        }
        if (stock != null) {
            journal.restocked(store, stock.answer(), now);
        }
        return completed;
    }

    private Optional<MoveReturn.Result> withoutRoom(StoreId store, OrderView order, Map<UUID, Long> good) {
        if (good.isEmpty()) {
            return Optional.empty();
        }
        var full = pipeline.ask(reservations.roomBack(store, order.id(), good.keySet())).answer().stream()
                .filter(room -> good.getOrDefault(room.productId(), 0L) > room.pieces())
                .findFirst();
        return full.map(room -> new MoveReturn.Result.NoRoom(skuOf(order, room.productId()), room.pieces()));
    }

    private static String skuOf(OrderView order, UUID product) {
        return order.lines().stream()
                .filter(line -> product.equals(line.productId()))
                .findFirst()
                .orElseThrow()
                .sku();
    }
}
