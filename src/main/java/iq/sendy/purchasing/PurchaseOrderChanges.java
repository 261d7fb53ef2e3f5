package iq.sendy.purchasing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.purchasing.ChangePurchaseOrder.Result;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import iq.sendy.purchasing.ReceiveGoods.GoodsArrival;
import iq.sendy.purchasing.model.PurchaseStateMachine;
import iq.sendy.purchasing.store.PurchaseOrderStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of a purchase order: what is said of it, its items while it is a draft, and its steps with what came of them. */
@Component
class PurchaseOrderChanges {

    private final PurchaseOrderStore orders;
    private final OrderedProducts products;
    private final GoodsBooking booking;
    private final Pipeline pipeline;
    private final Audit audit;

    PurchaseOrderChanges(
            PurchaseOrderStore orders, OrderedProducts products, GoodsBooking booking, Pipeline pipeline, Audit audit) {
        this.orders = orders;
        this.products = products;
        this.booking = booking;
        this.pipeline = pipeline;
        this.audit = audit;
    }

    Result change(StoreId store, Actor actor, ChangePurchaseOrder command, Instant now) {
        var found = locked(store, command);
        if (found.isEmpty()) {
            return new Result.NoSuchOrder();
        }
        var before = found.get();
        var details = command.merge().apply(before.details());
        var refusal = refusal(before, details, command);
        if (refusal != null) {
            return refusal;
        }
        var status = command.status();
        var arrivals = status == null ? List.<GoodsArrival>of() : arrivals(before, status, command.receipts());
        if (!arrivals.stream().allMatch(each -> before.has(each.item()))) {
            throw new WriteConflict("the items were replaced meanwhile");
        }
        var pieces = arrivals.stream().mapToLong(GoodsArrival::pieces).sum();
        if (status == PurchaseOrderStatus.PARTIALLY_RECEIVED && pieces == 0 && before.status() != status) {
            return new Result.NothingReceived();
        }
        var tooMany = GoodsBooking.tooMany(before, arrivals, "receipts");
        if (!tooMany.isEmpty()) {
            return new Result.TooMany(tooMany);
        }
        var step = isLateBill(before, details) ? PurchaseOrderStatus.RECEIVED : status;
        if (step == null || (pieces == 0 && step != PurchaseOrderStatus.RECEIVED)) {
            return new Result.Changed(recorded(store, actor, before, write(store, before, details, command, now)));
        }
        var expected = booking.expect(store, before);
        var noRoom = GoodsBooking.noRoom(expected.room(), before, arrivals, "receipts");
        if (!noRoom.isEmpty()) {
            return new Result.NoRoom(noRoom);
        }
        var changed = write(store, before, details, command, now);
        return new Result.Changed(
                recorded(store, actor, before, booking.book(store, actor, changed, arrivals, step, expected, now)));
    }

    private Optional<PurchaseOrder> locked(StoreId store, ChangePurchaseOrder command) {
        var trip = pipeline.open();
        trip.add(orders.lock(store, command.order()));
        var found = trip.add(orders.find(store, command.order()));
        trip.send();
        return found.first();
    }

    private static @Nullable Result refusal(
            PurchaseOrder before, PurchaseOrderDetails details, ChangePurchaseOrder command) {
        var items = command.items();
        var draft = before.status() == PurchaseOrderStatus.DRAFT;
        if (items != null && !draft && !items.equals(before.ordered())) {
            return new Result.Fixed("items");
        }
        var allowed = PurchaseStateMachine.from(before.status());
        if (command.status() != null && !allowed.contains(command.status())) {
            return new Result.Forbidden(allowed);
        }
        var fees = details.additionalFees();
        if (fees == before.details().additionalFees()) {
            return null;
        }
        if (before.status() == PurchaseOrderStatus.CANCELLED) {
            return new Result.Fixed("additionalFees");
        }
        var carried = before.sums().feesCarried();
        return fees < carried
                ? new Result.FeesCarried(command.currency().onWire(carried).toPlainString())
                : null;
    }

    /** Fees that come when all the goods are there: a receipt without pieces carries them. */
    private static boolean isLateBill(PurchaseOrder before, PurchaseOrderDetails details) {
        return before.status() == PurchaseOrderStatus.RECEIVED
                && details.additionalFees() > before.sums().feesCarried();
    }

    /** What comes with a step: what is said, or all that is open where the last step says nothing. */
    private static List<GoodsArrival> arrivals(
            PurchaseOrder order, PurchaseOrderStatus status, @Nullable List<GoodsArrival> receipts) {
        return switch (status) {
            case PARTIALLY_RECEIVED -> receipts == null ? List.of() : receipts;
            case RECEIVED ->
                receipts != null
                        ? receipts
                        : order.items().stream()
                                .filter(item -> item.open() > 0)
                                .map(item -> new GoodsArrival(item.id(), item.open(), 0))
                                .toList();
            case DRAFT, SENT, CANCELLED -> List.of();
        };
    }

    private PurchaseOrder write(
            StoreId store,
            PurchaseOrder before,
            PurchaseOrderDetails details,
            ChangePurchaseOrder command,
            Instant now) {
        var ordered = command.items();
        var status = command.status();
        // What goods do to the status is theirs to write.
        var next = status == PurchaseOrderStatus.SENT || status == PurchaseOrderStatus.CANCELLED
                ? status
                : before.status();
        var trip = pipeline.open();
        var items = before.items();
        if (ordered != null && !ordered.equals(before.ordered())) {
            var standing =
                    before.items().stream().map(PurchaseOrderItem::productId).toList();
            items = products.items(store, ordered, standing);
            trip.add(orders.deleteItems(store, before.id()));
            trip.add(orders.insertItems(store, before.id(), items));
        }
        trip.add(orders.update(store, before.id(), details, next, OrderedProducts.subTotal(items), now));
        var changed = trip.add(orders.find(store, before.id()));
        trip.send();
        return changed.single();
    }

    private PurchaseOrder recorded(StoreId store, Actor actor, PurchaseOrder before, PurchaseOrder after) {
        audit.record(
                store,
                actor,
                Change.updated(
                        PurchaseOrders.TYPE, before.id(), PurchaseOrderAudit.of(before), PurchaseOrderAudit.of(after)));
        return after;
    }
}
