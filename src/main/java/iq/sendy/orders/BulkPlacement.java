package iq.sendy.orders;

import iq.sendy.customers.CustomerStanding;
import iq.sendy.customers.Customers;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.PlaceOrder.Result;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.orders.store.NewOrderStore;
import iq.sendy.orders.store.NewOrderStore.RefOwner;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.tenancy.WriteConflict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Placing many orders, in their order. Rows by value, without a code, go by one statement however many; a row that takes
 * stock, uses a code or is a sale goes by itself, so that it sees what the rows before it took.
 */
@Component
class BulkPlacement {

    private final OrderPlacement orderPlacement;
    private final OrderPricing orderPricing;
    private final OrderInsertion insertion;
    private final Customers customers;
    private final NewOrderStore newOrders;
    private final OrderStore orders;
    private final UuidGenerator uuidGenerator;
    private final PublicIds publicIds;

    BulkPlacement(
            OrderPlacement orderPlacement,
            OrderPricing orderPricing,
            OrderInsertion insertion,
            Customers customers,
            NewOrderStore newOrders,
            OrderStore orders,
            UuidGenerator uuidGenerator,
            PublicIds publicIds) {
        this.orderPlacement = orderPlacement;
        this.orderPricing = orderPricing;
        this.insertion = insertion;
        this.customers = customers;
        this.newOrders = newOrders;
        this.orders = orders;
        this.uuidGenerator = uuidGenerator;
        this.publicIds = publicIds;
    }

    List<Result> place(OrderTransaction transaction, List<PlaceOrder> commands) {
        var results = new ArrayList<Result>();
        var batch = new ArrayList<PlaceOrder>();
        for (var command : commands) {
            if (command.goods().namesWhatTheStoreHas()
                    || command.checkout().said().certain()) {
                results.addAll(placeBatch(transaction, batch));
                batch.clear();
                results.add(orderPlacement.place(transaction, command, OrderPlacement.Repeat.GIVES_THE_FIRST));
            } else {
                batch.add(command);
            }
        }
        results.addAll(placeBatch(transaction, batch));
        return results;
    }

    /** What one row comes to, before anything is written. */
    private sealed interface RowPlan {

        record Create(NewOrder order) implements RowPlan {}

        /** The same reference stands in an earlier row of the batch. */
        record SameAs(NewOrder earlier) implements RowPlan {}

        record Exists(UUID order) implements RowPlan {}

        record Refused(Result why) implements RowPlan {}

        record Conflict(UUID order) implements RowPlan {}

        record ConflictWith(NewOrder earlier) implements RowPlan {}
    }

    private List<Result> placeBatch(OrderTransaction transaction, List<PlaceOrder> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        var found = ask(transaction, commands);
        var firsts = new HashMap<String, NewOrder>();
        var plans = commands.stream()
                .map(command -> plan(transaction, found, firsts, command))
                .toList();
        var orders = existing(transaction, plans);
        orders.putAll(insertion.insertAll(
                transaction, plans.stream().flatMap(BulkPlacement::fresh).toList()));
        return plans.stream().map(plan -> result(plan, orders)).toList();
    }

    /** What was found out of all rows together. */
    private record BatchFindings(
            PricingQueries pricing, Map<String, RefOwner> owners, Map<Phone, CustomerStanding> standings) {}

    private BatchFindings ask(OrderTransaction transaction, List<PlaceOrder> commands) {
        var store = transaction.store();
        var refs = commands.stream()
                .map(PlaceOrder::externalRef)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var phones = commands.stream()
                .map(command -> command.recipient().phone())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var pricing = orderPricing.ask(store, BasketRequest.of(commands.getFirst()), null);
        var trip = transaction.open();
        var owners = trip.add(newOrders.ownersOf(store, refs));
        var standings = trip.add(customers.standings(store, phones));
        trip.addAll(pricing.parts());
        trip.send();
        if (commands.getFirst().currency() != pricing.settings().currency()) {
            throw new WriteConflict("a change of the store's currency");
        }
        return new BatchFindings(
                pricing,
                owners.answer().stream().collect(Collectors.toMap(RefOwner::externalRef, Function.identity())),
                standings.answer().stream().collect(Collectors.toMap(CustomerStanding::phone, Function.identity())));
    }

    private RowPlan plan(
            OrderTransaction transaction, BatchFindings found, Map<String, NewOrder> firsts, PlaceOrder command) {
        var unique = found.pricing().settings().uniqueExternalRef();
        var ref = command.externalRef();
        var owner = ref == null ? null : found.owners().get(ref);
        if (owner != null) {
            return unique && !owner.fingerprint().equals(NewOrder.fingerprint(command))
                    ? new RowPlan.Conflict(owner.orderId())
                    : new RowPlan.Exists(owner.orderId());
        }
        var earlier = ref == null ? null : firsts.get(ref);
        if (earlier != null) {
            return unique && !NewOrder.fingerprint(earlier.command()).equals(NewOrder.fingerprint(command))
                    ? new RowPlan.ConflictWith(earlier)
                    : new RowPlan.SameAs(earlier);
        }
        var basket = BasketRequest.of(command);
        return switch (orderPricing.outcome(basket, found.pricing(), transaction.now(), true)) {
            case PricingOutcome.Invalid(var violations) -> new RowPlan.Refused(new Result.Invalid(violations));
            case PricingOutcome.Priced priced -> {
                var standing = found.standings().get(command.recipient().phone());
                if (standing != null && standing.blocked()) {
                    yield new RowPlan.Refused(new Result.CustomerBlocked());
                }
                var order =
                        new NewOrder(uuidGenerator.next(), publicIds.next(), command, priced.lines(), priced.basket());
                if (ref != null) {
                    firsts.put(ref, order);
                }
                yield new RowPlan.Create(order);
            }
        };
    }

    private static Stream<NewOrder> fresh(RowPlan plan) {
        return plan instanceof RowPlan.Create(var order) ? Stream.of(order) : Stream.empty();
    }

    private Map<UUID, OrderView> existing(OrderTransaction transaction, List<RowPlan> plans) {
        var ids = plans.stream()
                .flatMap(plan -> switch (plan) {
                    case RowPlan.Exists(var order) -> Stream.of(order);
                    case RowPlan.Conflict(var order) -> Stream.of(order);
                    case RowPlan.Create _, RowPlan.SameAs _, RowPlan.ConflictWith _, RowPlan.Refused _ ->
                        Stream.<UUID>empty();
                })
                .distinct()
                .toList();
        var found = new HashMap<UUID, OrderView>();
        if (!ids.isEmpty()) {
            transaction
                    .ask(orders.byIds(transaction.store(), ids))
                    .answer()
                    .forEach(order -> found.put(order.id(), order));
        }
        return found;
    }

    private static Result result(RowPlan plan, Map<UUID, OrderView> orders) {
        return switch (plan) {
            case RowPlan.Create(var order) -> new Result.Placed(known(orders, order.id()), false);
            case RowPlan.SameAs(var earlier) -> new Result.PlacedBefore(known(orders, earlier.id()));
            case RowPlan.Exists(var order) -> new Result.PlacedBefore(known(orders, order));
            case RowPlan.Conflict(var order) -> new Result.ExternalRefConflict(known(orders, order));
            case RowPlan.ConflictWith(var earlier) -> new Result.ExternalRefConflict(known(orders, earlier.id()));
            case RowPlan.Refused(var why) -> why;
        };
    }

    private static OrderView known(Map<UUID, OrderView> orders, UUID id) {
        return Objects.requireNonNull(orders.get(id));
    }
}
