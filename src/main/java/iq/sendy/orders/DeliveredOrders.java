package iq.sendy.orders;

import iq.sendy.cashier.CashRefund;
import iq.sendy.cashier.CashRefunds;
import iq.sendy.cashier.RefundDrawer;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.model.Payments;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.StatusCounts;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Orders as their returns see them: found, locked, recorded in the timeline, and taken back with the last piece. */
@Service
public class DeliveredOrders {

    private final OrderStore orders;
    private final CashRefunds cashRefunds;
    private final StatusCounts counts;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    DeliveredOrders(
            OrderStore orders,
            CashRefunds cashRefunds,
            StatusCounts counts,
            Audit audit,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.cashRefunds = cashRefunds;
        this.counts = counts;
        this.audit = audit;
        this.events = events;
    }

    public Query<OrderView> find(StoreId store, OrderRef ref) {
        return orders.find(store, ref);
    }

    /** Finds an order and locks it: whoever changes it or one of its returns next waits here. */
    public Query<OrderView> lock(StoreId store, OrderRef ref) {
        return orders.lock(store, ref);
    }

    /** The timeline's next entry: a return was asked for, or completed. */
    public Query<Boolean> recordReturn(
            StoreId store, Actor actor, OrderView order, @Nullable String note, Instant now) {
        var entry = TimelineEntry.of(TimelineEntry.Type.RETURN, order.status(), note, actor, now);
        return orders.record(store, order.id(), entry, now);
    }

    /**
     * Holds what pays a refund in cash, behind the order and before its stock.
     *
     * @param drawer the session that is to pay; null takes what is open
     */
    public RefundDrawer holdDrawer(StoreId store, UUID order, @Nullable UUID drawer) {
        return cashRefunds.hold(store, order, drawer);
    }

    /** Pays back in cash what was sold for cash at the counter; of another order nothing goes through a drawer. */
    public Query<Boolean> payBack(
            StoreId store, Actor actor, OrderView order, UUID request, long refund, RefundDrawer drawer, Instant now) {
        if (!order.payment().inDrawer() || refund == 0) {
            return Query.none();
        }
        var owed = new CashRefund(order.id(), request, refund, order.money().currency());
        return cashRefunds.pay(store, actor, owed, drawer.named(), now);
    }

    /** With the last piece a locked order takes two steps; it is seen after each, since each is an event. */
    public OrderTakeBack takeBack(StoreId store, Actor actor, OrderView order, Instant now) {
        var parts = new ArrayList<Query<?>>();
        var seen = new ArrayList<Query<OrderView>>();
        for (var to : List.of(OrderStatus.RETURNING, OrderStatus.RETURNED)) {
            var payment = Payments.after(to, order.payment(), order.money().total());
            var entry = TimelineEntry.of(TimelineEntry.Type.STATUS, to, null, actor, now);
            parts.addAll(orders.move(store, order, to, payment, entry, now));
            var after = orders.find(store, new OrderRef.ById(order.id()));
            parts.add(after);
            seen.add(after);
        }
        return new OrderTakeBack(order, parts, seen);
    }

    /** Publishes both steps, once they were sent. */
    public void takenBack(StoreId store, Actor actor, OrderTakeBack sent) {
        var order = sent.order();
        var before = order;
        for (var seen : sent.steps()) {
            events.publishEvent(new OrderMoved(store.value(), before, seen.single()));
            before = seen.single();
        }
        counts.moved(store, order.status(), OrderStatus.RETURNED);
        audit.record(store, actor, OrderAudit.moved(order, OrderStatus.RETURNED));
    }
}
