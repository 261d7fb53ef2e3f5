package iq.sendy.orders;

import iq.sendy.customers.CustomerStanding;
import iq.sendy.customers.Customers;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.OrderPricing.Wanted;
import iq.sendy.orders.OrderPricing.Worked;
import iq.sendy.orders.PlaceOrderResult.CustomerBlocked;
import iq.sendy.orders.PlaceOrderResult.ExternalRefConflict;
import iq.sendy.orders.PlaceOrderResult.Invalid;
import iq.sendy.orders.PlaceOrderResult.Placed;
import iq.sendy.orders.PlaceOrderResult.PlacedBefore;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.orders.store.NewOrderStore;
import iq.sendy.orders.store.NewOrderStore.Numbered;
import iq.sendy.orders.store.NewOrderStore.RefOwner;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Placing many orders, in their order. Rows by value, without a code, go by one statement however many; a row that takes
 * stock or uses a code goes by itself, so that it sees what the rows before it took.
 */
@Component
class BulkPlacement {

    private final OrderPlacement orderPlacement;
    private final OrderPricing orderPricing;
    private final Customers customers;
    private final NewOrderStore newOrders;
    private final OrderStore orders;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final PublicIds publicIds;

    BulkPlacement(
            OrderPlacement orderPlacement,
            OrderPricing orderPricing,
            Customers customers,
            NewOrderStore newOrders,
            OrderStore orders,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            PublicIds publicIds) {
        this.orderPlacement = orderPlacement;
        this.orderPricing = orderPricing;
        this.customers = customers;
        this.newOrders = newOrders;
        this.orders = orders;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.publicIds = publicIds;
    }

    List<PlaceOrderResult> all(OrderTransaction orderTransaction, List<PlaceOrder> commands) {
        var results = new ArrayList<PlaceOrderResult>();
        var run = new ArrayList<PlaceOrder>();
        for (var command : commands) {
            if (command.plain()) {
                run.add(command);
            } else {
                results.addAll(batch(orderTransaction, run));
                run.clear();
                results.add(orderPlacement.one(orderTransaction, command, true));
            }
        }
        results.addAll(batch(orderTransaction, run));
        return results;
    }

    /** What one row comes to, before anything is written. */
    private sealed interface Plan {

        record Create(NewOrder order) implements Plan {}

        /** The same reference stands in an earlier row of the batch. */
        record SameAs(NewOrder earlier) implements Plan {}

        record Exists(UUID order) implements Plan {}

        record Refused(PlaceOrderResult why) implements Plan {}

        record Conflict(UUID order) implements Plan {}

        record ConflictWith(NewOrder earlier) implements Plan {}
    }

    private List<PlaceOrderResult> batch(OrderTransaction orderTransaction, List<PlaceOrder> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        var known = ask(orderTransaction, commands);
        var firsts = new HashMap<String, NewOrder>();
        var plans = commands.stream()
                .map(command -> plan(orderTransaction, known, firsts, command))
                .toList();
        var fresh = plans.stream()
                .filter(Plan.Create.class::isInstance)
                .map(plan -> ((Plan.Create) plan).order())
                .toList();
        var existing = existing(orderTransaction, plans);
        var numbered = fresh.isEmpty() ? Map.<UUID, Numbered>of() : write(orderTransaction, fresh);
        return plans.stream()
                .map(plan -> result(orderTransaction, plan, numbered, existing))
                .toList();
    }

    /** What was found out of all rows together. */
    private record Known(
            OrderPricing.Questions questions, Map<String, RefOwner> owners, Map<Phone, CustomerStanding> standings) {}

    private Known ask(OrderTransaction orderTransaction, List<PlaceOrder> commands) {
        var refs = commands.stream()
                .map(PlaceOrder::externalRef)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var phones = commands.stream().map(PlaceOrder::customerPhone).distinct().toList();
        var questions = orderPricing.ask(orderTransaction.store(), Wanted.of(commands.getFirst()), null);
        var owners = newOrders.ownersOf(orderTransaction.store(), refs);
        var standings = customers.standings(orderTransaction.store(), phones);
        var parts = new ArrayList<Query<?>>();
        parts.add(owners);
        parts.add(standings);
        parts.addAll(questions.parts());
        pipeline.send(parts);
        if (commands.getFirst().currency() != questions.rules().currency()) {
            throw new WriteConflict("a change of the store's currency");
        }
        return new Known(
                questions,
                owners.answer().stream().collect(Collectors.toMap(RefOwner::externalRef, Function.identity())),
                standings.answer().stream().collect(Collectors.toMap(CustomerStanding::phone, Function.identity())));
    }

    private Plan plan(
            OrderTransaction orderTransaction, Known known, Map<String, NewOrder> firsts, PlaceOrder command) {
        var unique = known.questions().rules().uniqueExternalRef();
        var ref = command.externalRef();
        var owner = ref == null ? null : known.owners().get(ref);
        if (owner != null) {
            return unique && !owner.fingerprint().equals(NewOrder.fingerprint(command))
                    ? new Plan.Conflict(owner.orderId())
                    : new Plan.Exists(owner.orderId());
        }
        var earlier = ref == null ? null : firsts.get(ref);
        if (earlier != null) {
            return unique && !NewOrder.fingerprint(earlier.command()).equals(NewOrder.fingerprint(command))
                    ? new Plan.ConflictWith(earlier)
                    : new Plan.SameAs(earlier);
        }
        return switch (orderPricing.out(Wanted.of(command), known.questions(), orderTransaction.now(), true)) {
            case Worked.Flawed(var flaws) -> new Plan.Refused(new Invalid(flaws));
            case Worked.Fits fits -> {
                var customerStanding = known.standings().get(command.customerPhone());
                if (customerStanding != null && customerStanding.blocked()) {
                    yield new Plan.Refused(new CustomerBlocked());
                }
                var order = new NewOrder(uuidGenerator.next(), publicIds.next(), command, fits.lines(), fits.priced());
                if (ref != null) {
                    firsts.put(ref, order);
                }
                yield new Plan.Create(order);
            }
        };
    }

    private Map<UUID, OrderView> existing(OrderTransaction orderTransaction, List<Plan> plans) {
        var wanted = new ArrayList<UUID>();
        for (var plan : plans) {
            switch (plan) {
                case Plan.Exists(var order) -> wanted.add(order);
                case Plan.Conflict(var order) -> wanted.add(order);
                case Plan.Create _, Plan.SameAs _, Plan.ConflictWith _, Plan.Refused _ -> {}
            }
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var question = orders.byIds(
                orderTransaction.store(), wanted.stream().distinct().toList());
        pipeline.send(question);
        return question.answer().stream().collect(Collectors.toMap(OrderView::id, Function.identity()));
    }

    private Map<UUID, Numbered> write(OrderTransaction orderTransaction, List<NewOrder> fresh) {
        var counted = orderPlacement.count(
                orderTransaction, fresh.stream().map(NewOrder::command).toList());
        var insert =
                newOrders.insert(orderTransaction.store(), fresh, orderTransaction.actor(), orderTransaction.now());
        orderPlacement.write(List.of(counted, insert));
        var phones = fresh.stream()
                .map(order -> order.command().customerPhone())
                .distinct()
                .count();
        if (counted.answer().size() != phones) {
            throw new WriteConflict("a block of a customer");
        }
        var byId = insert.answer().stream().collect(Collectors.toMap(Numbered::id, Function.identity()));
        for (var order : fresh) {
            var numbered = Objects.requireNonNull(byId.get(order.id()));
            if (order.command().externalRef() != null && !numbered.ownsRef()) {
                throw new WriteConflict("an order with the same external reference");
            }
            orderPlacement.firstOrderKeepsCurrency(orderTransaction.store(), numbered, order.command());
            orderTransaction
                    .events()
                    .add(new OrderPlaced(orderTransaction.store().value(), view(orderTransaction, order, byId)));
        }
        audit.record(
                orderTransaction.store(),
                orderTransaction.actor(),
                fresh.stream().map(OrderPlacement::created).toList());
        return byId;
    }

    private static PlaceOrderResult result(
            OrderTransaction orderTransaction, Plan plan, Map<UUID, Numbered> numbered, Map<UUID, OrderView> existing) {
        return switch (plan) {
            case Plan.Create(var order) -> new Placed(view(orderTransaction, order, numbered), false);
            case Plan.SameAs(var earlier) -> new PlacedBefore(view(orderTransaction, earlier, numbered));
            case Plan.Exists(var order) -> new PlacedBefore(Objects.requireNonNull(existing.get(order)));
            case Plan.Conflict(var order) -> new ExternalRefConflict(Objects.requireNonNull(existing.get(order)));
            case Plan.ConflictWith(var earlier) -> new ExternalRefConflict(view(orderTransaction, earlier, numbered));
            case Plan.Refused(var why) -> why;
        };
    }

    private static OrderView view(OrderTransaction orderTransaction, NewOrder order, Map<UUID, Numbered> numbered) {
        return order.placed(Objects.requireNonNull(numbered.get(order.id())).number(), orderTransaction.now());
    }
}
