package iq.sendy.orders;

import iq.sendy.orders.ChangeItems.Result;
import iq.sendy.orders.model.OrderStateMachine;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.tenancy.WriteConflict;
import org.springframework.stereotype.Component;

/** Replacing the items of an order until hand-over: stock, discounts, shipping and amount due are worked out anew. */
@Component
class ItemReplacement {

    private final OrderStore orders;
    private final OrderPricing orderPricing;
    private final OrderStock stock;

    ItemReplacement(OrderStore orders, OrderPricing orderPricing, OrderStock stock) {
        this.orders = orders;
        this.orderPricing = orderPricing;
        this.stock = stock;
    }

    Result replace(OrderTransaction transaction, OrderRef ref, ChangeItems change) {
        var found = transaction.ask(orders.lock(transaction.store(), ref));
        if (!found.any()) {
            return new Result.NoSuchOrder();
        }
        var order = found.single();
        var basket = BasketRequest.of(order, change);
        var pricing = orderPricing.askAgain(transaction.store(), order, basket);
        var trip = transaction.open();
        trip.addAll(pricing.parts());
        trip.send();
        transaction.lowAt(pricing.settings().lowStockThreshold());
        return switch (orderPricing.outcome(basket, pricing, transaction.now(), true)) {
            case PricingOutcome.Invalid(var violations) -> new Result.Invalid(violations);
            case PricingOutcome.Priced priced ->
                OrderStateMachine.beforeHandOver(order.status())
                        ? replace(transaction, order, priced)
                        : new Result.Closed(order.status());
        };
    }

    /** What was held is free again before the new items are taken: so a basket may keep its last piece. */
    private Result replace(OrderTransaction transaction, OrderView order, PricingOutcome.Priced priced) {
        var trip = transaction.open();
        trip.addIf(
                dropsCode(order, priced),
                () -> orderPricing.giveBackCode(transaction.store(), order.id(), transaction.now()));
        var release = trip.add(stock.release(transaction, order));
        var reserved = trip.add(stock.reserve(transaction, order.id(), priced));
        trip.send();
        transaction.stockChanged(release.answer());
        var shortages = OrderStock.shortages(transaction, priced, reserved.answer());
        if (!shortages.isEmpty()) {
            // The release has been written.
            transaction.undo();
            return new Result.OutOfStock(shortages);
        }
        return new Result.Changed(write(transaction, order, priced));
    }

    private static boolean dropsCode(OrderView order, PricingOutcome.Priced priced) {
        var code = priced.terms().code();
        return order.discountCode() != null && (code == null || !code.held());
    }

    private OrderDetails write(OrderTransaction transaction, OrderView order, PricingOutcome.Priced priced) {
        var store = transaction.store();
        var now = transaction.now();
        var code = priced.terms().code();
        var byId = new OrderRef.ById(order.id());
        var trip = transaction.open();
        var use = orderPricing.use(store, priced.terms(), order.customer().phone(), order.id(), now);
        if (use != null) {
            trip.add(use);
        }
        trip.add(orders.deleteLines(store, order.id()));
        trip.add(orders.insertLines(store, order.id(), priced.lines()));
        var entry = transaction.entry(TimelineEntry.Type.ITEMS, order.status(), null);
        trip.addAll(orders.reprice(store, order.id(), priced.basket(), code == null ? null : code.typed(), entry, now));
        var after = trip.add(orders.find(store, byId));
        var timeline = trip.add(orders.timeline(store, byId));
        trip.send();
        if (use != null && !use.any()) {
            throw new WriteConflict("the last use of the code");
        }
        transaction.audit(OrderAudit.itemsChanged(order, priced.basket().total()));
        transaction.publish(new OrderChanged(store.value(), order, after.single()));
        return new OrderDetails(after.single(), timeline.answer());
    }
}
