package iq.sendy.orders.web;

import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.Shortage;
import iq.sendy.platform.api.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What orders refuse, as the wire says it. */
final class OrderRefusals {

    private OrderRefusals() {}

    /** Each short line with its SKU and what is left. */
    static List<Violation> shortages(List<Shortage> shortages) {
        return shortages.stream()
                .map(shortage -> Violation.at(
                                "items[" + shortage.line() + "].quantity",
                                "stock.insufficient",
                                shortage.sku(),
                                Long.toString(shortage.available()))
                        .with("sku", shortage.sku())
                        .with("available", shortage.available()))
                .toList();
    }

    static Violation blocked() {
        return Violation.at("customerPhone", "customer.blocked");
    }

    static Violation conflict(String publicId) {
        return Violation.at("externalRef", "externalRef.conflict", publicId).with("publicId", publicId);
    }

    static Violation closed(OrderStatus status) {
        return Violation.of("order.closed", status.toString()).with("status", status.toString());
    }

    /** A step that the machine does not have, with those that it has. */
    static Violation forbidden(OrderStatus from, Set<OrderStatus> allowed) {
        var words = allowed.stream().map(OrderStatus::toString).toList();
        var shown = words.isEmpty() ? "-" : words.stream().collect(Collectors.joining(", "));
        return Violation.of("order.status.forbidden", from.toString(), shown).with("allowed", words);
    }
}
