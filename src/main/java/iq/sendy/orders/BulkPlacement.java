package iq.sendy.orders;

import static iq.sendy.orders.OrderPlacement.Repeat.GIVES_THE_FIRST;

import iq.sendy.cashier.NewSale;
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
 * Placing many orders, in their order. A row that takes stock or uses a code does so by itself, so that it sees what the rows
 * before it took, and so does a sale; all are stored by one trip at the end, since their numbers make the store's other orders
 * queue until the commit.
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
        var batch = new Batch(transaction);
        commands.forEach(batch::add);
        return batch.results();
    }

    /** What one row comes to, before anything is written. */
    private sealed interface RowPlan {

        record Create(NewOrder order) implements RowPlan {}

        /** The same reference stands in an earlier row of the batch. */
        record SameAs(NewOrder earlier) implements RowPlan {}

        record Exists(UUID order) implements RowPlan {}

        record Decided(Result result) implements RowPlan {}

        record Conflict(UUID order) implements RowPlan {}

        record ConflictWith(NewOrder earlier) implements RowPlan {}
    }

    /** Rows that were planned, and those of them that are stored. */
    private final class Batch {

        private final OrderTransaction transaction;
        private final List<RowPlan> plans = new ArrayList<>();
        private final List<PlaceOrder> byValue = new ArrayList<>();
        private final List<NewOrder> fresh = new ArrayList<>();
        private final List<NewSale> sales = new ArrayList<>();
        private final Map<String, NewOrder> firsts = new HashMap<>();
        private final Map<UUID, OrderView> stored = new HashMap<>();
        private final Map<UUID, Result.Placed> placed = new HashMap<>();

        Batch(OrderTransaction transaction) {
            this.transaction = transaction;
        }

        void add(PlaceOrder command) {
            if (command.checkout().said().certain() || command.goods().namesWhatTheStoreHas()) {
                planByValue();
                if (meetsOneThatWaits(command)) {
                    // What the two have to do with each other is found where the first one stands.
                    store();
                }
                plans.add(prepared(command));
            } else {
                byValue.add(command);
            }
        }

        private boolean meetsOneThatWaits(PlaceOrder command) {
            var ref = command.externalRef();
            var saleId = command.checkout().said().saleId();
            return (ref != null && firsts.containsKey(ref))
                    || (saleId != null
                            && sales.stream()
                                    .anyMatch(sale -> saleId.equals(sale.said().saleId())));
        }

        private RowPlan prepared(PlaceOrder command) {
            return switch (orderPlacement.prepare(transaction, command, GIVES_THE_FIRST)) {
                case PreparedOrder.Answered(var result) -> new RowPlan.Decided(result);
                case PreparedOrder.Ready ready -> {
                    insertion.useCode(transaction, ready.order(), ready.terms());
                    var created = create(ready.order());
                    if (ready.sale() != null) {
                        sales.add(ready.sale());
                    }
                    yield created;
                }
            };
        }

        private RowPlan.Create create(NewOrder order) {
            if (!fresh.isEmpty() && fresh.getLast().status() != order.status()) {
                // Sales are stored with sales.
                storeFresh();
            }
            fresh.add(order);
            if (order.command().externalRef() != null) {
                firsts.put(order.command().externalRef(), order);
            }
            return new RowPlan.Create(order);
        }

        private void planByValue() {
            if (byValue.isEmpty()) {
                return;
            }
            var found = ask(transaction, byValue);
            var planned = byValue.stream().map(command -> plan(found, command)).toList();
            stored.putAll(existing(transaction, planned));
            plans.addAll(planned);
            byValue.clear();
        }

        private void store() {
            planByValue();
            storeFresh();
            firsts.clear();
        }

        private void storeFresh() {
            for (var order : insertion.insertAll(transaction, fresh, sales)) {
                placed.put(order.order().id(), order);
                stored.put(order.order().id(), order.order());
            }
            fresh.clear();
            sales.clear();
        }

        List<Result> results() {
            store();
            return plans.stream().map(this::result).toList();
        }

        private Result result(RowPlan plan) {
            return switch (plan) {
                case RowPlan.Create(var order) -> Objects.requireNonNull(placed.get(order.id()));
                case RowPlan.SameAs(var earlier) -> new Result.PlacedBefore(known(earlier.id()));
                case RowPlan.Exists(var order) -> new Result.PlacedBefore(known(order));
                case RowPlan.Conflict(var order) -> new Result.ExternalRefConflict(known(order));
                case RowPlan.ConflictWith(var earlier) -> new Result.ExternalRefConflict(known(earlier.id()));
                case RowPlan.Decided(var result) -> result;
            };
        }

        private OrderView known(UUID id) {
            return Objects.requireNonNull(stored.get(id));
        }

        private RowPlan plan(BatchFindings found, PlaceOrder command) {
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
                case PricingOutcome.Invalid(var violations) -> new RowPlan.Decided(new Result.Invalid(violations));
                case PricingOutcome.Priced priced -> {
                    var standing = found.standings().get(command.recipient().phone());
                    yield standing != null && standing.blocked()
                            ? new RowPlan.Decided(new Result.CustomerBlocked())
                            : create(new NewOrder(
                                    uuidGenerator.next(), publicIds.next(), command, priced.lines(), priced.basket()));
                }
            };
        }
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

    private Map<UUID, OrderView> existing(OrderTransaction transaction, List<RowPlan> plans) {
        var ids = plans.stream()
                .flatMap(plan -> switch (plan) {
                    case RowPlan.Exists(var order) -> Stream.of(order);
                    case RowPlan.Conflict(var order) -> Stream.of(order);
                    case RowPlan.Create _, RowPlan.SameAs _, RowPlan.ConflictWith _, RowPlan.Decided _ ->
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
}
