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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var store = transaction.store();
        var now = transaction.now();
        var trip = transaction.open();
        var recorded = trip.add(sales.record(store, sale, now));
        var phone = order.command().recipient().phone();
        var happened = sale.said().happened();
        if (phone != null) {
            // Who was blocked was refused before, and a block of this moment is one of the next sale.
            trip.add(customers.orderedAnyway(store, buyers(List.of(order)), now));
            trip.add(customers.delivered(store, phone, order.priced().total(), now));
        }
        var written = write(transaction, trip, order, terms);
        if (!recorded.any()) {
            throw new WriteConflict("the same sale");
        }
        var placed = placed(transaction, order, written);
        if (!happened && placed.duplicateExternalRef() && settings.uniqueExternalRef()) {
            throw new WriteConflict("an order with the same external reference");
        }
        return placed;
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
        var ownsRef = order.command().externalRef() == null || written.ownsRef();
        var view = told(transaction, order, written);
        transaction.audit(OrderAudit.created(order));
        return new PlaceOrder.Result.Placed(view, !ownsRef);
    }

    /** Stores orders whose references are free and whose codes are used, one trip however many; by their ids. */
    Map<UUID, OrderView> insertAll(OrderTransaction transaction, List<NewOrder> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var trip = transaction.open();
        var buyers = buyers(fresh);
        var counted = trip.add(customers.ordered(transaction.store(), buyers, transaction.now()));
        var insert = stored(transaction, trip, fresh);
        if (counted.answer().size() != buyers.size()) {
            throw new WriteConflict("a block of a customer");
        }
        var byId = insert.answer().stream().collect(Collectors.toMap(NumberedOrder::id, Function.identity()));
        var placed = new LinkedHashMap<UUID, OrderView>();
        for (var order : fresh) {
            var numbered = Objects.requireNonNull(byId.get(order.id()));
            if (order.command().externalRef() != null && !numbered.ownsRef()) {
                throw new WriteConflict("an order with the same external reference");
            }
            placed.put(order.id(), told(transaction, order, numbered));
        }
        transaction.audit(fresh.stream().map(OrderAudit::created).toArray(Audit.Change[]::new));
        return placed;
    }

    private OrderView told(OrderTransaction transaction, NewOrder order, NumberedOrder numbered) {
        firstOrderKeepsCurrency(transaction.store(), numbered, order.command());
        var placed = order.placed(numbered.number(), transaction.now());
        transaction.publish(new OrderPlaced(transaction.store().value(), placed));
        return placed;
    }

    /** A store's first order fixes its currency. It holds the counter now, which a change of the currency needs too. */
    private void firstOrderKeepsCurrency(StoreId store, NumberedOrder numbered, PlaceOrder first) {
        if (numbered.number() == 1 && storeSettings.of(store).currency() != first.currency()) {
            throw new WriteConflict("a change of the store's currency");
        }
    }

    /** Each phone once, with the name of its first order and how many it has. */
    private List<Buyer> buyers(List<NewOrder> fresh) {
        var buyers = new LinkedHashMap<Phone, Buyer>();
        for (var order : fresh) {
            var recipient = order.command().recipient();
            // A sale at the counter alone has none, and then it asks for no buyer.
            var phone = Objects.requireNonNull(recipient.phone());
            buyers.merge(
                    phone,
                    new Buyer(uuidGenerator.next(), phone, recipient.name(), 1),
                    (known, _) -> new Buyer(known.id(), known.phone(), known.name(), known.orders() + 1));
        }
        return List.copyOf(buyers.values());
    }
}
