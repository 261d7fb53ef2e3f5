package iq.sendy.orders;

import iq.sendy.customers.Customers;
import iq.sendy.inventory.Inventory;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.model.Payments;
import iq.sendy.orders.model.Pieces;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.ReturnStore;
import iq.sendy.orders.store.ReturnStore.Counted;
import iq.sendy.orders.store.StatusCounts;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Together;
import iq.sendy.platform.tenancy.Overtaken;
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
class Returning {

    private final Inventory inventory;
    private final Customers customers;
    private final OrderStore orders;
    private final StatusCounts counts;
    private final ReturnStore returns;
    private final Together together;
    private final Audit audit;
    private final Ids ids;

    Returning(
            Inventory inventory,
            Customers customers,
            OrderStore orders,
            StatusCounts counts,
            ReturnStore returns,
            Together together,
            Audit audit,
            Ids ids) {
        this.inventory = inventory;
        this.customers = customers;
        this.orders = orders;
        this.counts = counts;
        this.returns = returns;
        this.together = together;
        this.audit = audit;
        this.ids = ids;
    }

    AskReturnResult ask(Step step, OrderRef ref, AskReturn command) {
        var found = orders.lock(step.store(), ref);
        together.send(found);
        if (found.first().isEmpty()) {
            return new AskReturnResult.NoSuchOrder();
        }
        var order = found.single();
        if (order.status() != OrderStatus.DELIVERED) {
            return new AskReturnResult.NotDelivered();
        }
        var holding = returns.held(step.store(), order.id());
        var counting = returns.counted(step.store(), order.id());
        together.send(holding, counting);
        var pieces = new Pieces(order, holding.answer());
        var others = counting.answer().stream().map(Counted::status).toList();
        var flaws = new ArrayList<Flaw>();
        var items = command.items() == null
                ? pieces.rest(
                        others.contains(ReturnStatus.APPROVED.toString())
                                || others.contains(ReturnStatus.COMPLETED.toString()),
                        flaws)
                : pieces.asked(command.items(), flaws);
        if (!flaws.isEmpty()) {
            return new AskReturnResult.Invalid(flaws);
        }
        if (others.contains(ReturnStatus.PENDING.toString())) {
            return new AskReturnResult.Pending();
        }
        return new AskReturnResult.Requested(requested(step, order, command.reason(), items, pieces.refund(items)));
    }

    /** What would be refused of a return that has other faults; {@code lines} are named where its items cannot be read. */
    List<Flaw> flaws(StoreId store, OrderRef ref, AskReturn command, List<@Nullable UUID> lines) {
        var found = orders.find(store, ref);
        together.send(found);
        var flaws = new ArrayList<Flaw>();
        if (found.first().isEmpty()) {
            return flaws;
        }
        var order = found.single();
        Pieces.known(order.lines().stream().map(OrderLine::id).collect(Collectors.toSet()), lines, flaws);
        if (command.items() != null) {
            var holding = returns.held(store, order.id());
            together.send(holding);
            new Pieces(order, holding.answer()).asked(command.items(), flaws);
        }
        return flaws;
    }

    List<Flaw> completionFlaws(StoreId store, UUID id, List<@Nullable UUID> lines) {
        var found = returns.find(store, id);
        together.send(found);
        var flaws = new ArrayList<Flaw>();
        found.first().ifPresent(request -> {
            var known =
                    request.items().stream().map(ReturnView.Item::orderItemId).collect(Collectors.toSet());
            Pieces.known(known, lines, flaws);
        });
        return flaws;
    }

    private ReturnView requested(
            Step step, OrderView order, @Nullable String reason, List<ReturnView.Item> items, long refund) {
        var request = new ReturnView(
                ids.next(),
                order.id(),
                ReturnStatus.PENDING,
                reason,
                null,
                order.money().currency(),
                items,
                refund,
                1,
                step.now(),
                step.now());
        var parts = new ArrayList<Asked<?>>();
        parts.add(returns.insert(step.store(), request));
        if (!items.isEmpty()) {
            parts.add(returns.insertItems(step.store(), request));
        }
        parts.add(orders.tell(
                step.store(), order.id(), entry(step, "return", OrderStatus.DELIVERED, reason), step.now()));
        together.send(parts);
        audit.record(
                step.store(),
                step.actor(),
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
        step.events().add(new ReturnRequested(step.store().value(), request));
        return request;
    }

    MoveReturnResult move(Step step, UUID id, MoveReturn command) {
        var locked = returns.lockOrderOf(step.store(), id);
        var found = returns.lock(step.store(), id);
        together.send(locked, found);
        if (locked.first().isEmpty() || found.first().isEmpty()) {
            return new MoveReturnResult.NoSuchReturn();
        }
        var request = found.single();
        var flaws = new ArrayList<Flaw>();
        var came = command instanceof MoveReturn.Complete complete
                ? Pieces.came(request, complete.items(), flaws)
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
                    case MoveReturn.Approve(var note) -> decided(step, request, ReturnStatus.APPROVED, note);
                    case MoveReturn.Reject(var note) -> decided(step, request, ReturnStatus.REJECTED, note);
                    case MoveReturn.Complete _ -> completed(step, locked.single(), request, came);
                });
    }

    private ReturnView decided(Step step, ReturnView request, ReturnStatus to, @Nullable String note) {
        var moved = returns.move(
                step.store(), request.id(), request.status(), to, note, request.refundAmount(), step.now());
        return written(step, request, to, moved, List.of(moved));
    }

    private ReturnView completed(Step step, OrderView order, ReturnView request, Map<UUID, MoveReturn.Came> came) {
        var holding = returns.held(step.store(), order.id());
        together.send(holding);
        var pieces = new Pieces(order, holding.answer());
        var items = pieces.arrived(request, came);
        var whole = pieces.allBack(items);
        var refund = pieces.refund(items);
        var good = pieces.good(items);
        var back = good.isEmpty() ? null : inventory.giveBack(step.store(), order.id(), good, step.actor(), step.now());
        var parts = new ArrayList<Asked<?>>();
        if (back != null) {
            parts.add(back);
        }
        var phone = order.customer().phone();
        if (phone != null && whole) {
            parts.add(customers.returned(step.store(), phone, refund, step.now()));
        } else if (phone != null && refund > 0) {
            parts.add(customers.refunded(step.store(), phone, refund, step.now()));
        }
        parts.add(orders.tell(step.store(), order.id(), entry(step, "return", order.status(), null), step.now()));
        var steps = whole ? wayBack(step, order, parts) : List.<Asked<OrderView>>of();
        var moved = returns.move(
                step.store(), request.id(), request.status(), ReturnStatus.COMPLETED, null, refund, step.now());
        parts.add(moved);
        if (!items.isEmpty()) {
            parts.add(returns.came(step.store(), request.id(), items));
        }
        var after = written(step, request, ReturnStatus.COMPLETED, moved, parts);
        if (back != null) {
            step.changes().addAll(back.answer());
        }
        steps.forEach(seen -> step.events().add(new OrderMoved(step.store().value(), seen.single())));
        if (whole) {
            counts.moved(step.store(), order.status(), OrderStatus.RETURNED);
            audit.record(
                    step.store(),
                    step.actor(),
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
    private List<Asked<OrderView>> wayBack(Step step, OrderView order, List<Asked<?>> parts) {
        var seen = new ArrayList<Asked<OrderView>>();
        for (var to : List.of(OrderStatus.RETURNING, OrderStatus.RETURNED)) {
            var payment = Payments.after(to, order.payment(), order.money().total());
            parts.addAll(orders.move(step.store(), order, to, payment, entry(step, "status", to, null), step.now()));
            var after = orders.find(step.store(), new OrderRef.ById(order.id()));
            parts.add(after);
            seen.add(after);
        }
        return seen;
    }

    private ReturnView written(
            Step step, ReturnView request, ReturnStatus to, Asked<UUID> moved, List<? extends Asked<?>> parts) {
        var after = returns.find(step.store(), request.id());
        var all = new ArrayList<Asked<?>>(parts);
        all.add(after);
        together.send(all);
        if (moved.first().isEmpty()) {
            throw new Overtaken("another step of the return");
        }
        audit.record(
                step.store(),
                step.actor(),
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
        step.events().add(new ReturnMoved(step.store().value(), after.single()));
        return after.single();
    }

    private static TimelineEntry entry(Step step, String type, OrderStatus status, @Nullable String note) {
        var actor = step.actor();
        return new TimelineEntry(type, status, note, actor.kind(), actor.id(), actor.name(), step.now());
    }
}
