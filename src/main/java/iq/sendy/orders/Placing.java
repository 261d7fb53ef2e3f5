package iq.sendy.orders;

import iq.sendy.customers.Buyer;
import iq.sendy.customers.Customers;
import iq.sendy.customers.Standing;
import iq.sendy.inventory.Inventory;
import iq.sendy.inventory.Taken;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.PlaceOrderResult.CustomerBlocked;
import iq.sendy.orders.PlaceOrderResult.ExternalRefConflict;
import iq.sendy.orders.PlaceOrderResult.Invalid;
import iq.sendy.orders.PlaceOrderResult.OutOfStock;
import iq.sendy.orders.PlaceOrderResult.Placed;
import iq.sendy.orders.PlaceOrderResult.PlacedBefore;
import iq.sendy.orders.Working.Wanted;
import iq.sendy.orders.Working.Worked;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.orders.store.NewOrderStore;
import iq.sendy.orders.store.NewOrderStore.Numbered;
import iq.sendy.orders.store.NewOrderStore.RefOwner;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Together;
import iq.sendy.platform.tenancy.Overtaken;
import iq.sendy.pricing.Pricing;
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
class Placing {

    private final Working working;
    private final Stores stores;
    private final Customers customers;
    private final Inventory inventory;
    private final Pricing pricing;
    private final NewOrderStore newOrders;
    private final OrderStore orders;
    private final Together together;
    private final Audit audit;
    private final Ids ids;
    private final PublicIds publicIds;

    Placing(
            Working working,
            Stores stores,
            Customers customers,
            Inventory inventory,
            Pricing pricing,
            NewOrderStore newOrders,
            OrderStore orders,
            Together together,
            Audit audit,
            Ids ids,
            PublicIds publicIds) {
        this.working = working;
        this.stores = stores;
        this.customers = customers;
        this.inventory = inventory;
        this.pricing = pricing;
        this.newOrders = newOrders;
        this.orders = orders;
        this.together = together;
        this.audit = audit;
        this.ids = ids;
        this.publicIds = publicIds;
    }

    /** What was found out before anything is written. */
    private record Known(Working.Questions questions, Optional<Standing> standing, Optional<RefOwner> owner) {

        StoreSettings settings() {
            return questions.rules();
        }

        boolean blocked() {
            return standing.map(Standing::blocked).orElse(false);
        }
    }

    /**
     * Places one order.
     *
     * @param ofMany whether it is a row of a bulk call, where a reference that is taken gives the existing order
     */
    PlaceOrderResult one(Step step, PlaceOrder command, boolean ofMany) {
        var known = ask(step.store(), command);
        var unique = known.settings().uniqueExternalRef();
        var owner = known.owner();
        var same = owner.isPresent() && owner.get().fingerprint().equals(NewOrder.fingerprint(command));
        if (owner.isPresent() && (unique ? same : ofMany)) {
            return new PlacedBefore(owned(step.store(), owner.get()));
        }
        return switch (working.out(Wanted.of(command), known.questions(), step.now(), true)) {
            case Worked.Flawed(var flaws) -> new Invalid(flaws);
            case Worked.Fits fits -> {
                if (known.blocked()) {
                    yield new CustomerBlocked();
                }
                if (owner.isPresent() && unique) {
                    yield new ExternalRefConflict(owned(step.store(), owner.get()));
                }
                yield place(step, command, fits, known.settings());
            }
        };
    }

    private Known ask(StoreId store, PlaceOrder command) {
        var questions = working.ask(store, Wanted.of(command), command.customerPhone());
        var standing = customers.standing(store, command.customerPhone());
        var ref = command.externalRef();
        var owners = ref == null ? null : newOrders.ownersOf(store, List.of(ref));
        var parts = new ArrayList<Asked<?>>();
        parts.add(standing);
        if (owners != null) {
            parts.add(owners);
        }
        parts.addAll(questions.parts());
        together.send(parts);
        if (command.currency() != questions.rules().currency()) {
            throw new Overtaken("a change of the store's currency");
        }
        return new Known(questions, standing.first(), owners == null ? Optional.empty() : owners.first());
    }

    private PlaceOrderResult place(Step step, PlaceOrder command, Worked.Fits fits, StoreSettings settings) {
        var order =
                new NewOrder(ids.next(), publicIds.next(), normal(command, fits.terms()), fits.lines(), fits.priced());
        step.lowAt(settings.lowStockThreshold());
        var taken = take(step, order.id(), fits);
        if (!taken.isEmpty()) {
            return new OutOfStock(taken);
        }
        var counted = customers.ordered(
                step.store(), ids.next(), command.customerPhone(), command.customerName(), step.now());
        var use = use(step, order, fits.terms());
        var insert = newOrders.insert(step.store(), List.of(order), step.actor(), step.now());
        var parts = new ArrayList<Asked<?>>();
        parts.add(counted);
        if (use != null) {
            parts.add(use);
        }
        parts.add(insert);
        if (!order.lines().isEmpty()) {
            parts.add(orders.insertLines(step.store(), order.id(), order.lines()));
        }
        write(parts);
        if (counted.first().isEmpty()) {
            throw new Overtaken("a block of the customer");
        }
        if (use != null && use.first().isEmpty()) {
            throw new Overtaken("the last use of the code");
        }
        var numbered = insert.single();
        var ownsRef = command.externalRef() == null || numbered.ownsRef();
        if (!ownsRef && settings.uniqueExternalRef()) {
            throw new Overtaken("an order with the same external reference");
        }
        firstOrderKeepsCurrency(step.store(), numbered, command);
        audit.record(step.store(), step.actor(), List.of(created(order)));
        var placed = order.placed(numbered.number(), step.now());
        step.events().add(new OrderPlaced(step.store().value(), placed));
        return new Placed(placed, !ownsRef);
    }

    /** The code as it is stored, however it was typed. */
    private static PlaceOrder normal(PlaceOrder c, Terms terms) {
        var code = terms.code();
        return code == null || code.typed().equals(c.discountCode()) ? c : c.withCode(code.typed());
    }

    private @Nullable Asked<Boolean> use(Step step, NewOrder order, Terms terms) {
        var code = terms.code();
        var found = code == null ? null : code.found();
        return found == null
                ? null
                : pricing.use(step.store(), found.id(), order.command().customerPhone(), order.id(), step.now());
    }

    /** Takes the stock of a basket, all or nothing; what falls short is answered for each line that asks for it. */
    List<Shortage> take(Step step, UUID order, Worked.Fits fits) {
        if (fits.wants().isEmpty()) {
            return List.of();
        }
        var take = inventory.take(step.store(), order, fits.wants(), false, step.actor(), step.now());
        together.send(take);
        return shortages(step, fits, take.answer());
    }

    static List<Shortage> shortages(Step step, Worked.Fits fits, List<Taken> taken) {
        var shortages = new ArrayList<Shortage>();
        for (var row : taken) {
            if (row.change() != null) {
                step.changes().add(row.change());
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
            step.runsShort();
        }
        return shortages;
    }

    void write(List<? extends Asked<?>> parts) {
        try {
            together.send(parts);
        } catch (DuplicateKeyException drawnTwice) {
            throw new Overtaken("a public id that was drawn twice");
        }
    }

    /** A store's first order fixes its currency. It holds the counter now, which a change of the currency needs too. */
    void firstOrderKeepsCurrency(StoreId store, Numbered numbered, PlaceOrder first) {
        if (numbered.number() == 1 && stores.settingsOf(store).currency() != first.currency()) {
            throw new Overtaken("a change of the store's currency");
        }
    }

    Asked<Phone> count(Step step, List<PlaceOrder> commands) {
        var buyers = new ArrayList<Buyer>();
        for (var command : commands) {
            var known = buyers.stream()
                    .filter(buyer -> buyer.phone().equals(command.customerPhone()))
                    .findFirst();
            known.ifPresent(buyers::remove);
            buyers.add(known.map(buyer -> new Buyer(buyer.id(), buyer.phone(), buyer.name(), buyer.orders() + 1))
                    .orElseGet(() -> new Buyer(ids.next(), command.customerPhone(), command.customerName(), 1)));
        }
        return customers.ordered(step.store(), buyers, step.now());
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
        together.send(question);
        return question.single();
    }
}
