package iq.sendy.checkout;

import iq.sendy.geography.Geography;
import iq.sendy.orders.AddressRules;
import iq.sendy.orders.GuardedOrders;
import iq.sendy.orders.OrderQuotes;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.storefront.OpenStorefront;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders of strangers: what a basket costs, the order that it becomes, and where that is. */
@Service
public class ShopOrders {

    private final GuardedOrders orders;
    private final Orders found;
    private final OrderQuotes quotes;
    private final CheckoutGuards guards;
    private final Geography geography;

    ShopOrders(GuardedOrders orders, Orders found, OrderQuotes quotes, CheckoutGuards guards, Geography geography) {
        this.orders = orders;
        this.found = found;
        this.quotes = quotes;
        this.guards = guards;
        this.geography = geography;
    }

    /** What a basket costs; it changes nothing and looks at no stock. */
    @Transactional(readOnly = true)
    public ShopBasket.Result quote(OpenStorefront shop, Bound<ShopBasket> bound) {
        var basket = bound.value();
        var problems = bound.problems();
        AddressRules.area(basket.addressProvinceCode(), basket.addressAreaId(), geography, problems);
        var question = basket.command(geography, problems);
        if (!problems.isEmpty()) {
            problems.addMissing(
                    quotes.violations(shop.store().id(), List.of(question)).getFirst());
            return new ShopBasket.Result.Invalid(problems.faults());
        }
        return switch (quotes.quote(shop.store().id(), question)) {
            case RequestQuote.Result.Quoted(var priced) -> new ShopBasket.Result.Quoted(priced);
            case RequestQuote.Result.Invalid(var violations) -> new ShopBasket.Result.Invalid(violations);
        };
    }

    /** Places what a visitor orders; every fault is told at once. */
    @Transactional
    public ShopCheckout.Result place(OpenStorefront shop, Bound<ShopCheckout> bound, CheckoutVisit visit) {
        var checkout = bound.value();
        var problems = bound.problems();
        AddressRules.area(checkout.addressProvinceCode(), checkout.addressAreaId(), geography, problems);
        if (!problems.isEmpty()) {
            problems.addMissing(quotes.violations(shop.store().id(), List.of(checkout.question()))
                    .getFirst());
            return new ShopCheckout.Result.Invalid(problems.faults());
        }
        if (visit.trapped()) {
            return new ShopCheckout.Result.Unlikely();
        }
        return placed(shop, checkout, visit, guards.proof(shop, checkout));
    }

    private ShopCheckout.Result placed(
            OpenStorefront shop, ShopCheckout checkout, CheckoutVisit visit, PhoneProof proof) {
        var store = shop.store().id();
        var buyer = new Actor("buyer", null, checkout.customerName(), visit.address());
        var order = checkout.command(shop.settings().currency(), geography, visit.campaign());
        return switch (orders.place(store, buyer, order, guards.guard(store, checkout, visit, proof))) {
            case PlaceOrder.Result.Placed(var placed, var _) -> {
                guards.useUp(proof, placed.money().goods());
                yield new ShopCheckout.Result.Placed(placed, false);
            }
            case PlaceOrder.Result.PlacedBefore(var first) -> new ShopCheckout.Result.Placed(first, true);
            case PlaceOrder.Result.Declined(ShopCheckout.Result why) -> why;
            case PlaceOrder.Result.Invalid(var violations) -> new ShopCheckout.Result.Invalid(violations);
            case PlaceOrder.Result.CustomerBlocked _ -> new ShopCheckout.Result.CustomerBlocked();
            case PlaceOrder.Result.OutOfStock(var shortages) -> new ShopCheckout.Result.OutOfStock(shortages);
            case PlaceOrder.Result.Declined _,
                    PlaceOrder.Result.SoldBefore _,
                    PlaceOrder.Result.SessionClosed _,
                    PlaceOrder.Result.ExternalRefConflict _ ->
                throw new IllegalStateException("A visitor sells nothing at the counter and has no reference");
        };
    }

    /** Where an order is, by its public id in any letter case; empty for another store's and for one that is none. */
    @Transactional(readOnly = true)
    public Optional<OrderTracking> track(OpenStorefront shop, String publicId) {
        return PublicIds.parse(publicId)
                .flatMap(id -> found.find(shop.store().id(), new OrderRef.ByPublicId(id)))
                .map(details -> OrderTracking.of(details, geography));
    }
}
