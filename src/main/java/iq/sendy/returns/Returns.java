package iq.sendy.returns;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.DeliveredOrders;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Revision;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.returns.ReturnView.Refund;
import iq.sendy.returns.ReturnView.ReturnItem;
import iq.sendy.returns.model.ReturnableItems;
import iq.sendy.returns.store.ReturnStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers send back. Every change locks the order first, so that those of all returns of an order follow each other,
 * and then moves the return only from where it was found.
 */
@Service
public class Returns {

    private final DeliveredOrders orders;
    private final ReturnStore returns;
    private final ReturnCompletion completion;
    private final ReturnJournal journal;
    private final ReturnCash cash;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Returns(
            DeliveredOrders orders,
            ReturnStore returns,
            ReturnCompletion completion,
            ReturnJournal journal,
            ReturnCash cash,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.completion = completion;
        this.journal = journal;
        this.cash = cash;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Asks for the return of a delivered order, or of some of its pieces. */
    @Transactional
    public RequestReturn.Result request(StoreId store, Actor actor, OrderRef ref, RequestReturn command) {
        var found = orders.lock(store, ref);
        pipeline.send(found);
        if (found.first().isEmpty()) {
            return new RequestReturn.Result.NoSuchOrder();
        }
        var order = found.single();
        if (order.status() != OrderStatus.DELIVERED) {
            return new RequestReturn.Result.NotDelivered();
        }
        var held = returns.held(store, order.id());
        var statuses = returns.statuses(store, order.id());
        pipeline.send(held, statuses);
        var others = statuses.answer();
        var returnable = new ReturnableItems(order, held.answer());
        var violations = new ArrayList<Violation>();
        var items = command.items() == null
                ? returnable.rest(others, violations)
                : returnable.asked(command.items(), violations);
        if (!violations.isEmpty()) {
            return new RequestReturn.Result.Invalid(violations);
        }
        if (others.contains(ReturnStatus.PENDING)) {
            return new RequestReturn.Result.Pending();
        }
        return new RequestReturn.Result.Requested(
                requested(store, actor, order, command.reason(), items, returnable.refund(items)));
    }

    private ReturnView requested(
            StoreId store, Actor actor, OrderView order, @Nullable String reason, List<ReturnItem> items, long refund) {
        var now = clock.instant();
        var request = new ReturnView(
                uuidGenerator.next(),
                order.id(),
                ReturnStatus.PENDING,
                reason,
                null,
                new Refund(order.money().currency(), refund),
                items,
                Revision.first(now));
        var parts = new ArrayList<Query<?>>();
        parts.add(returns.insert(store, request));
        if (!items.isEmpty()) {
            parts.add(returns.insertItems(store, request));
        }
        parts.add(orders.recordReturn(store, actor, order, reason, now));
        pipeline.send(parts);
        return journal.requested(store, actor, order, request);
    }

    /** Decides a return, or completes it: stock, money and, with the last piece, the order follow. */
    @Transactional
    public MoveReturn.Result move(StoreId store, Actor actor, UUID id, MoveReturn command) {
        var found = returns.find(store, id);
        pipeline.send(found);
        if (found.first().isEmpty()) {
            return new MoveReturn.Result.NoSuchReturn();
        }
        var request = found.single();
        var violations = new ArrayList<Violation>();
        var arrivals = command instanceof MoveReturn.Complete complete
                ? ReturnableItems.arrivals(request, complete.items(), violations)
                : Map.<UUID, MoveReturn.Arrival>of();
        if (!violations.isEmpty()) {
            return new MoveReturn.Result.Invalid(violations);
        }
        if (!request.status().next().contains(command.to())) {
            return new MoveReturn.Result.Forbidden(
                    request.status(), request.status().next());
        }
        var now = clock.instant();
        return switch (command) {
            case MoveReturn.Approve(var note) -> decided(store, actor, request, ReturnStatus.APPROVED, note, now);
            case MoveReturn.Reject(var note) -> decided(store, actor, request, ReturnStatus.REJECTED, note, now);
            case MoveReturn.Complete complete ->
                completion.complete(store, actor, request, arrivals, complete.drawer(), now);
        };
    }

    private MoveReturn.Result decided(
            StoreId store, Actor actor, ReturnView request, ReturnStatus to, @Nullable String note, Instant now) {
        var locked = orders.lock(store, new OrderRef.ById(request.orderId()));
        var moved = returns.move(store, request, to, note, request.refund().amount(), now);
        var after = returns.find(store, request.id());
        pipeline.send(locked, moved, after);
        return new MoveReturn.Result.Moved(journal.moved(store, actor, locked.single(), request, moved, after));
    }

    @Transactional(readOnly = true)
    public Optional<ReturnView> find(StoreId store, UUID request) {
        var found = returns.find(store, request);
        pipeline.send(found);
        return cash.of(store, found.answer()).stream().findFirst();
    }

    /** Returns of all orders, newest first. */
    @Transactional(readOnly = true)
    public Page<ReturnView> list(StoreId store, List<ReturnStatus> statuses, Paging paging) {
        return withCash(store, returns.list(store, null, statuses, paging));
    }

    /** How many returns wait to be decided or completed; it shares a trip. */
    public Query<Long> countOpen(StoreId store) {
        return returns.countOpen(store);
    }

    /** The returns of an order, newest first; empty when there is no such order. */
    @Transactional(readOnly = true)
    public Optional<Page<ReturnView>> listOf(StoreId store, OrderRef ref, Paging paging) {
        var order = orders.find(store, ref);
        pipeline.send(order);
        return order.first().map(found -> withCash(store, returns.list(store, found.id(), List.of(), paging)));
    }

    private Page<ReturnView> withCash(StoreId store, Page<ReturnView> page) {
        return page.with(cash.of(store, page.items()));
    }

    /** What was paid back for what came back of an order. */
    @Transactional(readOnly = true)
    public long refunded(StoreId store, OrderView order) {
        var paid = order.payment().inDrawer() ? cash.paid(store, order.id()) : returns.refunded(store, order.id());
        return pipeline.ask(paid).single();
    }

    /** How many pieces of each line may still come back. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> left(StoreId store, OrderView order) {
        var held = returns.held(store, order.id());
        pipeline.send(held);
        return new ReturnableItems(order, held.answer()).left();
    }

    /**
     * What the store would refuse of a return whose body has other faults: it is asked for as far as it can be read. Empty
     * when there is no such order.
     *
     * @param lines those that are named where its items cannot be read
     */
    @Transactional(readOnly = true)
    public Optional<List<Violation>> violations(
            StoreId store, OrderRef ref, RequestReturn command, List<@Nullable UUID> lines) {
        var found = orders.find(store, ref);
        pipeline.send(found);
        var violations = new ArrayList<Violation>();
        if (found.first().isEmpty()) {
            return Optional.empty();
        }
        var order = found.single();
        var known = order.lines().stream().map(OrderLine::id).collect(Collectors.toSet());
        ReturnableItems.known(known, lines, violations);
        if (command.items() != null) {
            var held = returns.held(store, order.id());
            pipeline.send(held);
            new ReturnableItems(order, held.answer()).asked(command.items(), violations);
        }
        return Optional.of(violations);
    }

    /** Which lines that a completion names are none of its return. */
    @Transactional(readOnly = true)
    public List<Violation> completionViolations(StoreId store, UUID id, List<@Nullable UUID> lines) {
        var found = returns.find(store, id);
        pipeline.send(found);
        var violations = new ArrayList<Violation>();
        found.first().ifPresent(request -> {
            var known = request.items().stream().map(ReturnItem::orderItemId).collect(Collectors.toSet());
            ReturnableItems.known(known, lines, violations);
        });
        return violations;
    }
}
