package iq.sendy.orders;

import iq.sendy.customers.Buyer;
import iq.sendy.customers.CustomerStanding;
import iq.sendy.customers.Customers;
import iq.sendy.inventory.Allocation;
import iq.sendy.inventory.StockReservations;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderPricing.Wanted;
import iq.sendy.orders.OrderPricing.Worked;
import iq.sendy.orders.PlaceOrderResult.CustomerBlocked;
import iq.sendy.orders.PlaceOrderResult.ExternalRefConflict;
import iq.sendy.orders.PlaceOrderResult.Invalid;
import iq.sendy.orders.PlaceOrderResult.OutOfStock;
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
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.pricing.Terms;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Placing an order: one trip asks, one takes stock where there is some to take, one writes. Every refusal is decided before
 * the first write, and taking stock, which may refuse, does all or nothing; so a refusal has nothing to roll back. What was
 * overtaken between asking and writing throws, and the step runs again.
 */
@Component
class OrderPlacement {

    private final OrderPricing orderPricing;
    private final Stores stores;
    private final Customers customers;
    private final StockReservations reservations;
    private final DiscountCodes discountCodes;
    private final NewOrderStore newOrders;
    private final OrderStore orders;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final PublicIds publicIds;

    OrderPlacement(
            OrderPricing orderPricing,
            Stores stores,
            Customers customers,
            StockReservations reservations,
            DiscountCodes discountCodes,
            NewOrderStore newOrders,
            OrderStore orders,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            PublicIds publicIds) {
        this.orderPricing = orderPricing;
        this.stores = stores;
        this.customers = customers;
        this.reservations = reservations;
        this.discountCodes = discountCodes;
        this.newOrders = newOrders;
        this.orders = orders;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.publicIds = publicIds;
    }

    /** What was found out before anything is written. */
    private record Known(
            OrderPricing.Questions questions, Optional<CustomerStanding> standing, Optional<RefOwner> owner) {

        StoreSettings settings() {
            return questions.rules();
        }

        boolean blocked() {
            return standing.map(CustomerStanding::blocked).orElse(false);
        }
    }

    /**
     * Places one order.
     *
     * @param ofMany whether it is a row of a bulk call, where a reference that is taken gives the existing order
     */
    PlaceOrderResult one(OrderTransaction orderTransaction, PlaceOrder command, boolean ofMany) {
        var known = ask(orderTransaction.store(), command);
        var unique = known.settings().uniqueExternalRef();
        var owner = known.owner();
        var same = owner.isPresent() && owner.get().fingerprint().equals(NewOrder.fingerprint(command));
        if (owner.isPresent() && (unique ? same : ofMany)) {
            return new PlacedBefore(owned(orderTransaction.store(), owner.get()));
        }
        return switch (orderPricing.out(Wanted.of(command), known.questions(), orderTransaction.now(), true)) {
            case Worked.Flawed(var flaws) -> new Invalid(flaws);
            case Worked.Fits fits -> {
                if (known.blocked()) {
                    yield new CustomerBlocked();
                }
                if (owner.isPresent() && unique) {
                    yield new ExternalRefConflict(owned(orderTransaction.store(), owner.get()));
                }
                yield place(orderTransaction, command, fits, known.settings());
            }
        };
    }

    private Known ask(StoreId store, PlaceOrder command) {
        var questions = orderPricing.ask(store, Wanted.of(command), command.customerPhone());
        var standing = customers.standing(store, command.customerPhone());
        var ref = command.externalRef();
        var owners = ref == null ? null : newOrders.ownersOf(store, List.of(ref));
        var parts = new ArrayList<Query<?>>();
        parts.add(standing);
        if (owners != null) {
            parts.add(owners);
        }
        parts.addAll(questions.parts());
        pipeline.send(parts);
        if (command.currency() != questions.rules().currency()) {
            throw new WriteConflict("a change of the store's currency");
        }
        return new Known(questions, standing.first(), owners == null ? Optional.empty() : owners.first());
    }

    private PlaceOrderResult place(
            OrderTransaction orderTransaction, PlaceOrder command, Worked.Fits fits, StoreSettings settings) {
        var order = new NewOrder(
                uuidGenerator.next(), publicIds.next(), normal(command, fits.terms()), fits.lines(), fits.priced());
        orderTransaction.lowAt(settings.lowStockThreshold());
        var taken = take(orderTransaction, order.id(), fits);
        if (!taken.isEmpty()) {
            return new OutOfStock(taken);
        }
        var counted = customers.ordered(
                orderTransaction.store(),
                uuidGenerator.next(),
                command.customerPhone(),
                command.customerName(),
                orderTransaction.now());
        var use = use(orderTransaction, order, fits.terms());
        var insert = newOrders.insert(
                orderTransaction.store(), List.of(order), orderTransaction.actor(), orderTransaction.now());
        var parts = new ArrayList<Query<?>>();
        parts.add(counted);
        if (use != null) {
            parts.add(use);
        }
        parts.add(insert);
        if (!order.lines().isEmpty()) {
            parts.add(orders.insertLines(orderTransaction.store(), order.id(), order.lines()));
        }
        write(parts);
        if (counted.first().isEmpty()) {
            throw new WriteConflict("a block of the customer");
        }
        if (use != null && use.first().isEmpty()) {
            throw new WriteConflict("the last use of the code");
        }
        var numbered = insert.single();
        var ownsRef = command.externalRef() == null || numbered.ownsRef();
        if (!ownsRef && settings.uniqueExternalRef()) {
            throw new WriteConflict("an order with the same external reference");
        }
        firstOrderKeepsCurrency(orderTransaction.store(), numbered, command);
        audit.record(orderTransaction.store(), orderTransaction.actor(), List.of(created(order)));
        var placed = order.placed(numbered.number(), orderTransaction.now());
        orderTransaction.events().add(new OrderPlaced(orderTransaction.store().value(), placed));
        return new Placed(placed, !ownsRef);
    }

    /** The code as it is stored, however it was typed. */
    private static PlaceOrder normal(PlaceOrder c, Terms terms) {
        var code = terms.code();
        return code == null || code.typed().equals(c.discountCode()) ? c : c.withCode(code.typed());
    }

    private @Nullable Query<Boolean> use(OrderTransaction orderTransaction, NewOrder order, Terms terms) {
        var code = terms.code();
        var found = code == null ? null : code.found();
        return found == null
                ? null
                : discountCodes.use(
                        orderTransaction.store(),
                        found.id(),
                        order.command().customerPhone(),
                        order.id(),
                        orderTransaction.now());
    }

    /** Takes the stock of a basket, all or nothing; what falls short is answered for each line that asks for it. */
    List<Shortage> take(OrderTransaction orderTransaction, UUID order, Worked.Fits fits) {
        if (fits.wants().isEmpty()) {
            return List.of();
        }
        var take = reservations.reserve(
                orderTransaction.store(), order, fits.wants(), orderTransaction.actor(), orderTransaction.now());
        pipeline.send(take);
        return shortages(orderTransaction, fits, take.answer());
    }

    static List<Shortage> shortages(OrderTransaction orderTransaction, Worked.Fits fits, List<Allocation> taken) {
        var shortages = new ArrayList<Shortage>();
        for (var row : taken) {
            if (row.change() != null) {
                orderTransaction.changes().add(row.change());
            }
        }
        for (var i = 0; i < fits.lines().size(); i++) {
            var line = fits.lines().get(i);
            for (var row : taken) {
                if (row.fallsShort() && row.productId().equals(line.productId())) {
                    shortages.add(new Shortage(i, line.sku(), row.available()));
                }
            }
        }
        if (!shortages.isEmpty()) {
            orderTransaction.runsShort();
        }
        return shortages;
    }

    void write(List<? extends Query<?>> parts) {
        try {
            pipeline.send(parts);
        } catch (DuplicateKeyException drawnTwice) {
            throw new WriteConflict("a public id that was drawn twice");
        }
    }

    /** A store's first order fixes its currency. It holds the counter now, which a change of the currency needs too. */
    void firstOrderKeepsCurrency(StoreId store, Numbered numbered, PlaceOrder first) {
        if (numbered.number() == 1 && stores.settingsOf(store).currency() != first.currency()) {
            throw new WriteConflict("a change of the store's currency");
        }
    }

    Query<Phone> count(OrderTransaction orderTransaction, List<PlaceOrder> commands) {
        var buyers = new ArrayList<Buyer>();
        for (var command : commands) {
            var known = buyers.stream()
                    .filter(buyer -> buyer.phone().equals(command.customerPhone()))
                    .findFirst();
            known.ifPresent(buyers::remove);
            buyers.add(known.map(buyer -> new Buyer(buyer.id(), buyer.phone(), buyer.name(), buyer.orders() + 1))
                    .orElseGet(
                            () -> new Buyer(uuidGenerator.next(), command.customerPhone(), command.customerName(), 1)));
        }
        return customers.ordered(orderTransaction.store(), buyers, orderTransaction.now());
    }

    /** What the audit log keeps of a new order: enough to tell what was agreed, without the buyer's personal data. */
    static Audit.Change created(NewOrder order) {
        var after = Map.of(
                "publicId", order.publicId(),
                "status", OrderStatus.PENDING.toString(),
                "total", order.command().currency().onWire(order.priced().total()));
        return new Audit.Change("order.created", "order", order.id(), null, after);
    }

    OrderView owned(StoreId store, RefOwner owner) {
        var question = orders.byIds(store, List.of(owner.orderId()));
        pipeline.send(question);
        return question.single();
    }
}
