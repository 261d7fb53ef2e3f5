package iq.sendy.orders;

import iq.sendy.orders.model.NewOrder;
import iq.sendy.platform.audit.Audit;
import java.util.Map;

/** Audit entries of orders. */
final class OrderAudit {

    private OrderAudit() {}

    /** Enough to tell what was agreed, without the buyer's personal data. */
    static Audit.Change created(NewOrder order) {
        var after = Map.of(
                "publicId", order.publicId(),
                "status", order.status().toString(),
                "total", order.command().currency().onWire(order.priced().total()));
        return new Audit.Change("order.created", "order", order.id(), null, after);
    }

    static Audit.Change moved(OrderView order, OrderStatus to) {
        return new Audit.Change(
                "order.status_changed",
                "order",
                order.id(),
                Map.of("status", order.status().toString()),
                Map.of("status", to.toString()));
    }

    /** What was noted may be the customer's own words, and stays in the timeline. */
    static Audit.Change attempted(OrderView order, RecordAttempt attempt) {
        return new Audit.Change(
                "order.confirmation_attempted",
                "order",
                order.id(),
                null,
                Map.of(
                        "outcome",
                        attempt.outcome().toString(),
                        "attempts",
                        order.progress().confirmation().attempts() + 1));
    }

    static Audit.Change addressChanged(OrderView order) {
        return new Audit.Change("order.address_changed", "order", order.id(), null, null);
    }

    static Audit.Change itemsChanged(OrderView order, long total) {
        var currency = order.money().currency();
        return new Audit.Change(
                "order.items_changed",
                "order",
                order.id(),
                Map.of("total", currency.onWire(order.money().total())),
                Map.of("total", currency.onWire(total)));
    }
}
