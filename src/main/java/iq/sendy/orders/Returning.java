package iq.sendy.orders;

import static java.util.stream.Collectors.toMap;

import iq.sendy.customers.Customers;
import iq.sendy.inventory.Inventory;
import iq.sendy.orders.model.Payments;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.ReturnStore;
import iq.sendy.orders.store.ReturnStore.Counted;
import iq.sendy.orders.store.ReturnStore.Held;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Together;
import iq.sendy.platform.tenancy.Overtaken;
import iq.sendy.pricing.Refunds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
    private final ReturnStore returns;
    private final Together together;
    private final Audit audit;
    private final Ids ids;

    Returning(
            Inventory inventory,
            Customers customers,
            OrderStore orders,
            ReturnStore returns,
            Together together,
            Audit audit,
            Ids ids) {
        this.inventory = inventory;
        this.customers = customers;
        this.orders = orders;
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
        var held = byLine(holding.answer());
        var counts = counting.answer().stream().collect(toMap(Counted::status, Counted::count));
        var flaws = new ArrayList<Flaw>();
        var items =
                command.items() == null ? rest(order, held, counts, flaws) : asked(order, held, command.items(), flaws);
        if (!flaws.isEmpty()) {
            return new AskReturnResult.Invalid(flaws);
        }
        if (counts.containsKey(ReturnStatus.PENDING.toString())) {
            return new AskReturnResult.Pending();
        }
        return new AskReturnResult.Requested(requested(step, order, command.reason(), items));
    }

    private ReturnView requested(Step step, OrderView order, @Nullable String reason, List<ReturnView.Item> items) {
        var refund = order.lines().isEmpty() ? goods(order) : total(items);
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

    /** All that no other return holds; with what waits to be decided nothing else may be asked, so it is not looked at. */
    private static List<ReturnView.Item> rest(
            OrderView order, Map<UUID, Held> held, Map<String, Long> counts, List<Flaw> flaws) {
        var items = new ArrayList<ReturnView.Item>();
        for (var line : order.lines()) {
            var left = left(line, held);
            if (left > 0) {
                items.add(item(line, held, left));
            }
        }
        var wholeIsHeld = order.lines().isEmpty()
                && (counts.containsKey(ReturnStatus.APPROVED.toString())
                        || counts.containsKey(ReturnStatus.COMPLETED.toString()));
        if (wholeIsHeld || (!order.lines().isEmpty() && items.isEmpty())) {
            flaws.add(new Flaw("items", "return.quantity"));
        }
        return items;
    }

    private static List<ReturnView.Item> asked(
            OrderView order, Map<UUID, Held> held, List<AskReturn.Piece> pieces, List<Flaw> flaws) {
        var lines = order.lines().stream().collect(toMap(OrderLine::id, Function.identity()));
        var wanted = new LinkedHashMap<UUID, Long>();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var line = lines.get(piece.orderItemId());
            if (line == null) {
                flaws.add(new Flaw("items[" + i + "].orderItemId", "order_item.unknown"));
            } else if (wanted.merge(line.id(), piece.quantity(), Long::sum) > left(line, held)) {
                flaws.add(new Flaw("items[" + i + "].quantity", "return.quantity"));
            }
        }
        if (!flaws.isEmpty()) {
            return List.of();
        }
        return order.lines().stream()
                .filter(line -> wanted.containsKey(line.id()))
                .map(line -> item(line, held, Objects.requireNonNull(wanted.get(line.id()))))
                .toList();
    }

    private static long left(OrderLine line, Map<UUID, Held> held) {
        var known = held.get(line.id());
        return line.quantity() - (known == null ? 0 : known.asked());
    }

    private static ReturnView.Item item(OrderLine line, Map<UUID, Held> held, long quantity) {
        var known = held.get(line.id());
        var before = known == null ? 0 : known.asked();
        var refund = Refunds.of(line.lineTotal(), line.quantity(), before, quantity);
        return new ReturnView.Item(line.id(), line.sku(), quantity, 0, 0, refund);
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
                ? came(request, complete.items(), flaws)
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

    /** What came of each line of the request, by the line. */
    private static Map<UUID, MoveReturn.Came> came(
            ReturnView request, @Nullable List<MoveReturn.Came> items, List<Flaw> flaws) {
        var came = new HashMap<UUID, MoveReturn.Came>();
        if (items == null) {
            request.items()
                    .forEach(item ->
                            came.put(item.orderItemId(), new MoveReturn.Came(item.orderItemId(), item.quantity(), 0)));
            return came;
        }
        var asked = request.items().stream().collect(toMap(ReturnView.Item::orderItemId, ReturnView.Item::quantity));
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var most = asked.get(item.orderItemId());
            if (most == null) {
                flaws.add(new Flaw("items[" + i + "].orderItemId", "order_item.unknown"));
                continue;
            }
            var all = came.merge(
                    item.orderItemId(),
                    item,
                    (a, b) ->
                            new MoveReturn.Came(a.orderItemId(), a.restock() + b.restock(), a.damaged() + b.damaged()));
            if (all.restock() + all.damaged() > most) {
                flaws.add(new Flaw("items[" + i + "].restock", "return.quantity"));
            }
        }
        return came;
    }

    private ReturnView completed(Step step, OrderView order, ReturnView request, Map<UUID, MoveReturn.Came> came) {
        var holding = returns.held(step.store(), order.id());
        together.send(holding);
        var held = byLine(holding.answer());
        var lines = order.lines().stream().collect(toMap(OrderLine::id, Function.identity()));
        var items = request.items().stream()
                .map(item -> arrived(item, came, held, Objects.requireNonNull(lines.get(item.orderItemId()))))
                .toList();
        var whole = allBack(order, held, items);
        var refund = order.lines().isEmpty() ? goods(order) : total(items);
        var good = good(items, lines);
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

    private static ReturnView.Item arrived(
            ReturnView.Item item, Map<UUID, MoveReturn.Came> came, Map<UUID, Held> held, OrderLine line) {
        var what = came.get(item.orderItemId());
        var good = what == null ? 0 : what.restock();
        var damaged = what == null ? 0 : what.damaged();
        var known = held.get(line.id());
        var before = known == null ? 0 : known.back();
        var refund = Refunds.of(line.lineTotal(), line.quantity(), before, good + damaged);
        return item.came(good, damaged, refund);
    }

    /** Whether with these the last delivered piece is back. */
    private static boolean allBack(OrderView order, Map<UUID, Held> held, List<ReturnView.Item> items) {
        var now =
                items.stream().collect(toMap(ReturnView.Item::orderItemId, item -> item.restocked() + item.damaged()));
        return order.lines().stream().allMatch(line -> {
            var known = held.get(line.id());
            return (known == null ? 0 : known.back()) + now.getOrDefault(line.id(), 0L) == line.quantity();
        });
    }

    private static Map<UUID, Long> good(List<ReturnView.Item> items, Map<UUID, OrderLine> lines) {
        var good = new HashMap<UUID, Long>();
        for (var item : items) {
            if (item.restocked() > 0) {
                var product =
                        Objects.requireNonNull(lines.get(item.orderItemId())).productId();
                good.merge(product, item.restocked(), Long::sum);
            }
        }
        return good;
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

    /** What the goods cost after discounts: the fee for bringing them is not paid back. */
    private static long goods(OrderView order) {
        return order.money().subTotal() - order.money().discountTotal();
    }

    private static long total(List<ReturnView.Item> items) {
        return items.stream().mapToLong(ReturnView.Item::refund).sum();
    }

    private static Map<UUID, Held> byLine(List<Held> held) {
        return held.stream().collect(toMap(Held::orderLineId, Function.identity()));
    }

    private static TimelineEntry entry(Step step, String type, OrderStatus status, @Nullable String note) {
        var actor = step.actor();
        return new TimelineEntry(type, status, note, actor.kind(), actor.id(), actor.name(), step.now());
    }
}
