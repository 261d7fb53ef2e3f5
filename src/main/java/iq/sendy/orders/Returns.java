package iq.sendy.orders;

import iq.sendy.customers.Customers;
import iq.sendy.inventory.StockReservations;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.model.Payments;
import iq.sendy.orders.model.ReturnableItems;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.ReturnStore;
import iq.sendy.orders.store.ReturnStore.Counted;
import iq.sendy.orders.store.StatusCounts;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What customers send back. Every step locks the order first and the return after it, so that the steps of all returns of
 * an order follow each other; stock, customer and order go with it in one trip.
 */
@Component
class Returns {

    private final StockReservations reservations;
    private final Customers customers;
    private final OrderStore orders;
    private final StatusCounts counts;
    private final ReturnStore returns;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;

    Returns(
            StockReservations reservations,
            Customers customers,
            OrderStore orders,
            StatusCounts counts,
            ReturnStore returns,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator) {
        this.reservations = reservations;
        this.customers = customers;
        this.orders = orders;
        this.counts = counts;
        this.returns = returns;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
    }

    RequestReturnResult ask(OrderTransaction orderTransaction, OrderRef ref, RequestReturn command) {
        var found = orders.lock(orderTransaction.store(), ref);
        pipeline.send(found);
        if (found.first().isEmpty()) {
            return new RequestReturnResult.NoSuchOrder();
        }
        var order = found.single();
        if (order.status() != OrderStatus.DELIVERED) {
            return new RequestReturnResult.NotDelivered();
        }
        var holding = returns.held(orderTransaction.store(), order.id());
        var counting = returns.counted(orderTransaction.store(), order.id());
        pipeline.send(holding, counting);
        var returnableItems = new ReturnableItems(order, holding.answer());
        var others = counting.answer().stream().map(Counted::status).toList();
        var flaws = new ArrayList<OrderViolation>();
        var items = command.items() == null
                ? returnableItems.rest(
                        others.contains(ReturnStatus.APPROVED.toString())
                                || others.contains(ReturnStatus.COMPLETED.toString()),
                        flaws)
                : returnableItems.asked(command.items(), flaws);
        if (!flaws.isEmpty()) {
            return new RequestReturnResult.Invalid(flaws);
        }
        if (others.contains(ReturnStatus.PENDING.toString())) {
            return new RequestReturnResult.Pending();
        }
        return new RequestReturnResult.Requested(
                requested(orderTransaction, order, command.reason(), items, returnableItems.refund(items)));
    }

    /** What would be refused of a return that has other faults; {@code lines} are named where its items cannot be read. */
    List<OrderViolation> flaws(StoreId store, OrderRef ref, RequestReturn command, List<@Nullable UUID> lines) {
        var found = orders.find(store, ref);
        pipeline.send(found);
        var flaws = new ArrayList<OrderViolation>();
        if (found.first().isEmpty()) {
            return flaws;
        }
        var order = found.single();
        ReturnableItems.known(order.lines().stream().map(OrderLine::id).collect(Collectors.toSet()), lines, flaws);
        if (command.items() != null) {
            var holding = returns.held(store, order.id());
            pipeline.send(holding);
            new ReturnableItems(order, holding.answer()).asked(command.items(), flaws);
        }
        return flaws;
    }

    List<OrderViolation> completionFlaws(StoreId store, UUID id, List<@Nullable UUID> lines) {
        var found = returns.find(store, id);
        pipeline.send(found);
        var flaws = new ArrayList<OrderViolation>();
        found.first().ifPresent(request -> {
            var known =
                    request.items().stream().map(ReturnView.Item::orderItemId).collect(Collectors.toSet());
            ReturnableItems.known(known, lines, flaws);
        });
        return flaws;
    }

    private ReturnView requested(
            OrderTransaction orderTransaction,
            OrderView order,
            @Nullable String reason,
            List<ReturnView.Item> items,
            long refund) {
        var request = new ReturnView(
                uuidGenerator.next(),
                order.id(),
                ReturnStatus.PENDING,
                reason,
                null,
                order.money().currency(),
                items,
                refund,
                1,
                orderTransaction.now(),
                orderTransaction.now());
        var parts = new ArrayList<Query<?>>();
        parts.add(returns.insert(orderTransaction.store(), request));
        if (!items.isEmpty()) {
            parts.add(returns.insertItems(orderTransaction.store(), request));
        }
        parts.add(orders.tell(
                orderTransaction.store(),
                order.id(),
                entry(orderTransaction, "return", OrderStatus.DELIVERED, reason),
                orderTransaction.now()));
        pipeline.send(parts);
        audit.record(
                orderTransaction.store(),
                orderTransaction.actor(),
                new Audit.Change(
                        "return_request.created",
                        "return_request",
                        request.id(),
                        null,
                        Map.of(
                                "orderId",
                                order.id(),
                                "refundAmount",
                                order.money().currency().onWire(refund))));
        orderTransaction
                .events()
                .add(new ReturnRequested(orderTransaction.store().value(), request));
        return request;
    }

    MoveReturnResult move(OrderTransaction orderTransaction, UUID id, MoveReturn command) {
        var locked = returns.lockOrderOf(orderTransaction.store(), id);
        var found = returns.lock(orderTransaction.store(), id);
        pipeline.send(locked, found);
        if (locked.first().isEmpty() || found.first().isEmpty()) {
            return new MoveReturnResult.NoSuchReturn();
        }
        var request = found.single();
        var flaws = new ArrayList<OrderViolation>();
        var came = command instanceof MoveReturn.Complete complete
                ? ReturnableItems.came(request, complete.items(), flaws)
                : Map.<UUID, MoveReturn.Came>of();
        if (!flaws.isEmpty()) {
            return new MoveReturnResult.Invalid(flaws);
        }
        if (!request.status().next().contains(command.to())) {
            return new MoveReturnResult.Forbidden(
                    request.status(), request.status().next());
        }
        return new MoveReturnResult.Moved(
                switch (command) {
                    case MoveReturn.Approve(var note) ->
                        decided(orderTransaction, request, ReturnStatus.APPROVED, note);
                    case MoveReturn.Reject(var note) -> decided(orderTransaction, request, ReturnStatus.REJECTED, note);
                    case MoveReturn.Complete _ -> completed(orderTransaction, locked.single(), request, came);
                });
    }

    private ReturnView decided(
            OrderTransaction orderTransaction, ReturnView request, ReturnStatus to, @Nullable String note) {
        var moved = returns.move(
                orderTransaction.store(),
                request.id(),
                request.status(),
                to,
                note,
                request.refundAmount(),
                orderTransaction.now());
        return written(orderTransaction, request, to, moved, List.of(moved));
    }

    private ReturnView completed(
            OrderTransaction orderTransaction, OrderView order, ReturnView request, Map<UUID, MoveReturn.Came> came) {
        var holding = returns.held(orderTransaction.store(), order.id());
        pipeline.send(holding);
        var returnableItems = new ReturnableItems(order, holding.answer());
        var items = returnableItems.arrived(request, came);
        var whole = returnableItems.allBack(items);
        var refund = returnableItems.refund(items);
        var good = returnableItems.good(items);
        var back = good.isEmpty()
                ? null
                : reservations.restock(
                        orderTransaction.store(), order.id(), good, orderTransaction.actor(), orderTransaction.now());
        var parts = new ArrayList<Query<?>>();
        if (back != null) {
            parts.add(back);
        }
        var phone = order.customer().phone();
        if (phone != null && whole) {
            parts.add(customers.returned(orderTransaction.store(), phone, refund, orderTransaction.now()));
        } else if (phone != null && refund > 0) {
            parts.add(customers.refunded(orderTransaction.store(), phone, refund, orderTransaction.now()));
        }
        parts.add(orders.tell(
                orderTransaction.store(),
                order.id(),
                entry(orderTransaction, "return", order.status(), null),
                orderTransaction.now()));
        var steps = whole ? wayBack(orderTransaction, order, parts) : List.<Query<OrderView>>of();
        var moved = returns.move(
                orderTransaction.store(),
                request.id(),
                request.status(),
                ReturnStatus.COMPLETED,
                null,
                refund,
                orderTransaction.now());
        parts.add(moved);
        if (!items.isEmpty()) {
            parts.add(returns.came(orderTransaction.store(), request.id(), items));
        }
        var after = written(orderTransaction, request, ReturnStatus.COMPLETED, moved, parts);
        if (back != null) {
            orderTransaction.changes().addAll(back.answer());
        }
        steps.forEach(seen -> orderTransaction
                .events()
                .add(new OrderMoved(orderTransaction.store().value(), seen.single())));
        if (whole) {
            counts.moved(orderTransaction.store(), order.status(), OrderStatus.RETURNED);
            audit.record(
                    orderTransaction.store(),
                    orderTransaction.actor(),
                    new Audit.Change(
                            "order.status_changed",
                            "order",
                            order.id(),
                            Map.of("status", order.status().toString()),
                            Map.of("status", OrderStatus.RETURNED.toString())));
        }
        return after;
    }

    /** With the last piece the order takes two steps; it is seen after each, since each is told. */
    private List<Query<OrderView>> wayBack(OrderTransaction orderTransaction, OrderView order, List<Query<?>> parts) {
        var seen = new ArrayList<Query<OrderView>>();
        for (var to : List.of(OrderStatus.RETURNING, OrderStatus.RETURNED)) {
            var payment = Payments.after(to, order.payment(), order.money().total());
            parts.addAll(orders.move(
                    orderTransaction.store(),
                    order,
                    to,
                    payment,
                    entry(orderTransaction, "status", to, null),
                    orderTransaction.now()));
            var after = orders.find(orderTransaction.store(), new OrderRef.ById(order.id()));
            parts.add(after);
            seen.add(after);
        }
        return seen;
    }

    private ReturnView written(
            OrderTransaction orderTransaction,
            ReturnView request,
            ReturnStatus to,
            Query<UUID> moved,
            List<? extends Query<?>> parts) {
        var after = returns.find(orderTransaction.store(), request.id());
        var all = new ArrayList<Query<?>>(parts);
        all.add(after);
        pipeline.send(all);
        if (moved.first().isEmpty()) {
            throw new WriteConflict("another step of the return");
        }
        audit.record(
                orderTransaction.store(),
                orderTransaction.actor(),
                new Audit.Change(
                        "return_request." + to,
                        "return_request",
                        request.id(),
                        Map.of("status", request.status().toString()),
                        Map.of(
                                "status",
                                to.toString(),
                                "refundAmount",
                                request.currency().onWire(after.single().refundAmount()))));
        orderTransaction.events().add(new ReturnMoved(orderTransaction.store().value(), after.single()));
        return after.single();
    }

    private static TimelineEntry entry(
            OrderTransaction orderTransaction, String type, OrderStatus status, @Nullable String note) {
        var actor = orderTransaction.actor();
        return new TimelineEntry(type, status, note, actor.kind(), actor.id(), actor.name(), orderTransaction.now());
    }
}
