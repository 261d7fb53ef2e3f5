package iq.sendy.purchasing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.purchasing.ReceiveGoods.Result;
import iq.sendy.purchasing.model.PurchaseStateMachine;
import iq.sendy.purchasing.store.PurchaseOrderStore;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts of purchase orders: what came of what was sent for, delivery by delivery. */
@Service
public class PurchaseReceipts {

    private final PurchaseOrderStore orders;
    private final GoodsBooking booking;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    PurchaseReceipts(PurchaseOrderStore orders, GoodsBooking booking, Pipeline pipeline, Audit audit, Clock clock) {
        this.orders = orders;
        this.booking = booking;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes in what came, each item once; the purchase order is received with the last open piece. */
    @Transactional
    public Result receive(StoreId store, Actor actor, ReceiveGoods command) {
        var trip = pipeline.open();
        trip.add(orders.lock(store, command.order()));
        var found = trip.add(orders.find(store, command.order()));
        trip.send();
        if (!found.any()) {
            return new Result.NoSuchOrder();
        }
        var before = found.single();
        var unknown = unknown(before, command);
        if (!unknown.isEmpty()) {
            return new Result.UnknownItems(unknown);
        }
        if (!PurchaseStateMachine.receives(before.status())) {
            return new Result.NotExpected(PurchaseStateMachine.from(before.status()));
        }
        var tooMany = GoodsBooking.tooMany(before, command.arrivals(), "items");
        if (!tooMany.isEmpty()) {
            return new Result.TooMany(tooMany);
        }
        var now = clock.instant();
        var after = booking.book(store, actor, before, command.arrivals(), PurchaseOrderStatus.PARTIALLY_RECEIVED, now);
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "purchase_order.received",
                        PurchaseOrders.TYPE,
                        before.id(),
                        PurchaseOrderAudit.of(before),
                        PurchaseOrderAudit.of(after)));
        return new Result.Received(after);
    }

    private static List<Violation> unknown(PurchaseOrder order, ReceiveGoods command) {
        return IntStream.range(0, command.arrivals().size())
                .filter(i -> !order.has(command.arrivals().get(i).item()))
                .mapToObj(i -> Violation.at("items[" + i + "].itemId", "order_item.unknown"))
                .toList();
    }
}
