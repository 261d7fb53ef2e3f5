package iq.sendy.orders;

import iq.sendy.cashier.CashierSales;
import iq.sendy.cashier.NewSale;
import iq.sendy.customers.Buyer;
import iq.sendy.customers.Customers;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.orders.store.NewOrderStore;
import iq.sendy.orders.store.NewOrderStore.NumberedOrder;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.Terms;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Storing orders that were priced, in one trip: their buyers are counted, a code is used, and they get their numbers. What
 * was overtaken between asking and writing throws, and all of it runs again.
 */
@Component
class OrderInsertion {

    private final CashierSales sales;
    private final Customers customers;
    private final OrderPricing orderPricing;
    private final Settings storeSettings;
    private final NewOrderStore newOrders;
    private final OrderStore orders;
    private final UuidGenerator uuidGenerator;

    OrderInsertion(
            CashierSales sales,
            Customers customers,
            OrderPricing orderPricing,
            Settings storeSettings,
            NewOrderStore newOrders,
            OrderStore orders,
            UuidGenerator uuidGenerator) {
        this.sales = sales;
        this.customers = customers;
        this.orderPricing = orderPricing;
        this.storeSettings = storeSettings;
        this.newOrders = newOrders;
        this.orders = orders;
        this.uuidGenerator = uuidGenerator;
    }

    /** Stores one, with its lines and the use of its code. */
    PlaceOrder.Result.Placed insert(
            OrderTransaction transaction, NewOrder order, Terms terms, StoreSettings settings, OrderGuard guard) {
        var store = transaction.store();
        var trip = transaction.open();
        var counted = trip.add(customers.ordered(store, buyers(List.of(order)), transaction.now()));
        trip.addAll(guard.notes(order.id()));
        var written = write(transaction, trip, order, terms);
        if (!counted.any()) {
            throw new WriteConflict("a block of the customer");
        }
        guard.settle();
        var placed = placed(transaction, order, written);
        if (placed.duplicateExternalRef() && settings.uniqueExternalRef()) {
            throw new WriteConflict("an order with the same external reference");
        }
        return placed;
    }

    /** Stores a sale: as an order that is delivered and paid, and in its session, before all else, so that it is there once. */
    PlaceOrder.Result.Placed insertSale(
            OrderTransaction transaction, NewOrder order, NewSale sale, Terms terms, StoreSettings settings) {
        var trip = transaction.open();
        var recorded = recorded(transaction, trip, List.of(order), List.of(sale));
        var written = write(transaction, trip, order, terms);
        requireRecorded(recorded);
        var placed = placed(transaction, order, written);
        if (!sale.said().happened() && placed.duplicateExternalRef() && settings.uniqueExternalRef()) {
            throw new WriteConflict("an order with the same external reference");
        }
        return placed;
    }

    /** Records sales, and what their buyers have bought; each is answered unless it was recorded before. */
    private List<Query<UUID>> recorded(
            OrderTransaction transaction, Trip trip, List<NewOrder> sold, List<NewSale> newSales) {
        var store = transaction.store();
        var now = transaction.now();
        var recorded = newSales.stream()
                .map(sale -> trip.add(sales.record(store, sale, now)))
                .toList();
        // Who was blocked was refused before, and a block of this moment is one of the next sale.
        var buyers = buyers(sold);
        trip.addIf(!buyers.isEmpty(), () -> customers.orderedAnyway(store, buyers, now));
        for (var order : sold) {
            var phone = order.command().recipient().phone();
            if (phone != null) {
                trip.add(customers.delivered(store, phone, order.priced().total(), now));
            }
        }
        return recorded;
    }

    private static void requireRecorded(List<Query<UUID>> recorded) {
        if (!recorded.stream().allMatch(Query::any)) {
            throw new WriteConflict("the same sale");
        }
    }

    private NumberedOrder write(OrderTransaction transaction, Trip trip, NewOrder order, Terms terms) {
        var use = codeUse(transaction, order, terms);
        if (use != null) {
            trip.add(use);
        }
        var insert = stored(transaction, trip, List.of(order));
        requireUsed(use);
        return insert.single();
    }

    /** Uses the code of an order that is stored later, for the next one to see. */
    void useCode(OrderTransaction transaction, NewOrder order, Terms terms) {
        var use = codeUse(transaction, order, terms);
        if (use != null) {
            requireUsed(transaction.ask(use));
        }
    }

    private @Nullable Query<Boolean> codeUse(OrderTransaction transaction, NewOrder order, Terms terms) {
        var phone = order.command().recipient().phone();
        return orderPricing.use(transaction.store(), terms, phone, order.id(), transaction.now());
    }

    private static void requireUsed(@Nullable Query<Boolean> use) {
        if (use != null && !use.any()) {
            throw new WriteConflict("the last use of the code");
        }
    }

    private Query<NumberedOrder> stored(OrderTransaction transaction, Trip trip, List<NewOrder> fresh) {
        var store = transaction.store();
        var insert = trip.add(newOrders.insert(store, fresh, transaction.actor(), transaction.now()));
        for (var order : fresh) {
            trip.addIf(!order.lines().isEmpty(), () -> orders.insertLines(store, order.id(), order.lines()));
        }
        OrderTransaction.insert(trip);
        return insert;
    }

    private PlaceOrder.Result.Placed placed(OrderTransaction transaction, NewOrder order, NumberedOrder written) {
        transaction.audit(OrderAudit.created(order));
        return told(transaction, order, written);
    }

    /**
     * Stores orders whose references are free and whose codes are used, one trip however many; in their order.
     *
     * @param newSales the sales that all of them are, or none: one that has happened has its reference beside another
     */
    List<PlaceOrder.Result.Placed> insertAll(
            OrderTransaction transaction, List<NewOrder> fresh, List<NewSale> newSales) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        var trip = transaction.open();
        var selling = !newSales.isEmpty();
        var buyers = buyers(fresh);
        var recorded = selling ? recorded(transaction, trip, fresh, newSales) : List.<Query<UUID>>of();
        var counted = trip.addIf(!selling, () -> customers.ordered(transaction.store(), buyers, transaction.now()));
        var insert = stored(transaction, trip, fresh);
        requireRecorded(recorded);
        if (!selling && counted.answer().size() != buyers.size()) {
            throw new WriteConflict("a block of a customer");
        }
        var byId = insert.answer().stream().collect(Collectors.toMap(NumberedOrder::id, Function.identity()));
        var all = new ArrayList<PlaceOrder.Result.Placed>();
        for (var order : fresh) {
            var placed = told(transaction, order, Objects.requireNonNull(byId.get(order.id())));
            if (placed.duplicateExternalRef() && !order.happened()) {
                throw new WriteConflict("an order with the same external reference");
            }
            all.add(placed);
        }
        transaction.audit(fresh.stream().map(OrderAudit::created).toArray(Audit.Change[]::new));
        return all;
    }

    private PlaceOrder.Result.Placed told(OrderTransaction transaction, NewOrder order, NumberedOrder numbered) {
        firstOrderKeepsCurrency(transaction.store(), numbered, order.command());
        var placed = order.placed(numbered.number(), transaction.now());
        transaction.publish(new OrderPlaced(transaction.store().value(), placed));
        var ownsRef = order.command().externalRef() == null || numbered.ownsRef();
        return new PlaceOrder.Result.Placed(placed, !ownsRef);
    }

    /** A store's first order fixes its currency. It holds the counter now, which a change of the currency needs too. */
    private void firstOrderKeepsCurrency(StoreId store, NumberedOrder numbered, PlaceOrder first) {
        if (numbered.number() == 1 && storeSettings.of(store).currency() != first.currency()) {
            throw new WriteConflict("a change of the store's currency");
        }
    }

    /** Each phone once, with the name of its first order and how many it has; at the counter not every buyer says one. */
    private List<Buyer> buyers(List<NewOrder> fresh) {
        var buyers = new LinkedHashMap<Phone, Buyer>();
        for (var order : fresh) {
            var recipient = order.command().recipient();
            var phone = recipient.phone();
            if (phone != null) {
                buyers.merge(
                        phone,
                        new Buyer(uuidGenerator.next(), phone, recipient.name(), 1),
                        (known, _) -> new Buyer(known.id(), known.phone(), known.name(), known.orders() + 1));
            }
        }
        return List.copyOf(buyers.values());
    }
}
