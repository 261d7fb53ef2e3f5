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
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
        return receive(store, actor, command, null).orElseThrow();
    }

    /**
     * As {@link #receive}, if as many pieces had come before as somebody saw; empty when others came since. What is sent
     * twice would be booked twice otherwise, since a delivery may well be like the one before.
     */
    @Transactional
    public Optional<Result> receiveSeen(StoreId store, Actor actor, ReceiveGoods command, long seen) {
        return receive(store, actor, command, seen);
    }

    private Optional<Result> receive(StoreId store, Actor actor, ReceiveGoods command, @Nullable Long seen) {
        var trip = pipeline.open();
        trip.add(orders.lock(store, command.order()));
        var found = trip.add(orders.find(store, command.order()));
        trip.send();
        if (seen != null && found.any() && found.single().pieces() != seen) {
            return Optional.empty();
        }
        return Optional.of(
                refusal(found.first(), command).orElseGet(() -> received(store, actor, found.single(), command)));
    }

    /** What these goods would make of stock and costs, were they received now. Nothing is stored. */
    @Transactional(readOnly = true)
    public ReceiveGoods.Foresight foresee(StoreId store, ReceiveGoods command) {
        var found = pipeline.ask(orders.find(store, command.order())).first();
        return refusal(found, command)
                .<ReceiveGoods.Foresight>map(ReceiveGoods.Foresight.WouldRefuse::new)
                .orElseGet(() -> foreseen(store, found.orElseThrow(), command));
    }

    private ReceiveGoods.Foresight foreseen(StoreId store, PurchaseOrder order, ReceiveGoods command) {
        var noRoom = booking.foreseenWithoutRoom(store, order, command.arrivals());
        return noRoom.isEmpty()
                ? new ReceiveGoods.Foresight.Foreseen(booking.foresee(store, order, command.arrivals()))
                : new ReceiveGoods.Foresight.WouldRefuse(new Result.NoRoom(noRoom));
    }

    private static Optional<Result> refusal(Optional<PurchaseOrder> found, ReceiveGoods command) {
        if (found.isEmpty()) {
            return Optional.of(new Result.NoSuchOrder());
        }
        var before = found.get();
        var unknown = unknown(before, command);
        if (!unknown.isEmpty()) {
            return Optional.of(new Result.UnknownItems(unknown));
        }
        if (!PurchaseStateMachine.receives(before.status())) {
            return Optional.of(new Result.NotExpected(PurchaseStateMachine.from(before.status())));
        }
        var tooMany = GoodsBooking.tooMany(before, command.arrivals(), "items");
        return tooMany.isEmpty() ? Optional.empty() : Optional.of(new Result.TooMany(tooMany));
    }

    private Result received(StoreId store, Actor actor, PurchaseOrder before, ReceiveGoods command) {
        var arrivals = command.arrivals();
        var expected = booking.expect(store, before);
        var noRoom = GoodsBooking.noRoom(expected.room(), before, arrivals, "items");
        if (!noRoom.isEmpty()) {
            return new Result.NoRoom(noRoom);
        }
        var now = clock.instant();
        var after = booking.book(store, actor, before, arrivals, PurchaseOrderStatus.PARTIALLY_RECEIVED, expected, now);
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
