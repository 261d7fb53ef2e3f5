package iq.sendy.orders;

import iq.sendy.customers.CustomerStanding;
import iq.sendy.customers.Customers;
import iq.sendy.orders.PlaceOrder.Result;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.orders.store.NewOrderStore;
import iq.sendy.orders.store.NewOrderStore.RefOwner;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.Terms;
import iq.sendy.stores.StoreSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Placing an order: one trip asks, one takes stock where there is some to take, one writes. Every refusal is decided before
 * the first write, and taking stock, which may refuse, does all or nothing; so a refusal has nothing to roll back.
 */
@Component
class OrderPlacement {

    private final OrderPricing orderPricing;
    private final OrderStock stock;
    private final OrderInsertion insertion;
    private final Customers customers;
    private final NewOrderStore newOrders;
    private final OrderStore orders;
    private final UuidGenerator uuidGenerator;
    private final PublicIds publicIds;

    OrderPlacement(
            OrderPricing orderPricing,
            OrderStock stock,
            OrderInsertion insertion,
            Customers customers,
            NewOrderStore newOrders,
            OrderStore orders,
            UuidGenerator uuidGenerator,
            PublicIds publicIds) {
        this.orderPricing = orderPricing;
        this.stock = stock;
        this.insertion = insertion;
        this.customers = customers;
        this.newOrders = newOrders;
        this.orders = orders;
        this.uuidGenerator = uuidGenerator;
        this.publicIds = publicIds;
    }

    /** What a reference that is taken comes to, where the store allows repeats. */
    enum Repeat {
        /** Another order with the same reference. */
        PLACED_AGAIN,
        /** The existing order: so it is for the rows of a bulk call. */
        GIVES_THE_FIRST
    }

    /** What was found out before anything is written. */
    private record Findings(PricingQueries pricing, Optional<CustomerStanding> standing, Optional<RefOwner> owner) {

        boolean blocked() {
            return standing.map(CustomerStanding::blocked).orElse(false);
        }
    }

    Result place(OrderTransaction transaction, PlaceOrder command, Repeat repeat) {
        var found = ask(transaction, command);
        var unique = found.pricing().settings().uniqueExternalRef();
        var owner = found.owner();
        var same = owner.isPresent() && owner.get().fingerprint().equals(NewOrder.fingerprint(command));
        if (owner.isPresent() && (unique ? same : repeat == Repeat.GIVES_THE_FIRST)) {
            return new Result.PlacedBefore(owned(transaction, owner.get()));
        }
        var basket = BasketRequest.of(command);
        return switch (orderPricing.outcome(basket, found.pricing(), transaction.now(), true)) {
            case PricingOutcome.Invalid(var violations) -> new Result.Invalid(violations);
            case PricingOutcome.Priced priced -> {
                if (found.blocked()) {
                    yield new Result.CustomerBlocked();
                }
                if (owner.isPresent() && unique) {
                    yield new Result.ExternalRefConflict(owned(transaction, owner.get()));
                }
                yield place(transaction, command, priced, found.pricing().settings());
            }
        };
    }

    private Findings ask(OrderTransaction transaction, PlaceOrder command) {
        var store = transaction.store();
        var phone = command.recipient().phone();
        var pricing = orderPricing.ask(store, BasketRequest.of(command), phone);
        var trip = transaction.open();
        var standing = trip.add(customers.standings(store, List.of(phone)));
        var ref = command.externalRef();
        var owners = trip.add(ref == null ? Query.<RefOwner>known(List.of()) : newOrders.ownersOf(store, List.of(ref)));
        trip.addAll(pricing.parts());
        trip.send();
        if (command.currency() != pricing.settings().currency()) {
            throw new WriteConflict("a change of the store's currency");
        }
        return new Findings(pricing, standing.first(), owners.first());
    }

    private Result place(
            OrderTransaction transaction, PlaceOrder command, PricingOutcome.Priced priced, StoreSettings settings) {
        var order = new NewOrder(
                uuidGenerator.next(),
                publicIds.next(),
                normal(command, priced.terms()),
                priced.lines(),
                priced.basket());
        transaction.lowAt(settings.lowStockThreshold());
        var reserved = transaction.ask(stock.reserve(transaction, order.id(), priced));
        var shortages = OrderStock.shortages(transaction, priced, reserved.answer());
        return shortages.isEmpty()
                ? insertion.insert(transaction, order, priced.terms(), settings)
                : new Result.OutOfStock(shortages);
    }

    /** The code as it is stored, however it was typed. */
    private static PlaceOrder normal(PlaceOrder command, Terms terms) {
        var code = terms.code();
        return code == null || code.typed().equals(command.goods().discountCode())
                ? command
                : command.withCode(code.typed());
    }

    private OrderView owned(OrderTransaction transaction, RefOwner owner) {
        return transaction
                .ask(orders.byIds(transaction.store(), List.of(owner.orderId())))
                .single();
    }
}
