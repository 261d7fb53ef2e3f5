package iq.sendy.orders.web;

import iq.sendy.orders.Flaw;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.Shortage;
import iq.sendy.platform.api.Fault;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What orders refuse, as the wire says it. */
final class Refusals {

    private Refusals() {}

    static List<Fault> flaws(List<Flaw> flaws) {
        return flaws.stream().map(flaw -> Fault.at(flaw.field(), flaw.code())).toList();
    }

    /** Each short line with its SKU and what is left. */
    static List<Fault> shortages(List<Shortage> shortages) {
        return shortages.stream()
                .map(shortage -> Fault.at(
                                "items[" + shortage.line() + "].quantity",
                                "stock.insufficient",
                                shortage.sku(),
                                Long.toString(shortage.available()))
                        .with("sku", shortage.sku())
                        .with("available", shortage.available()))
                .toList();
    }

    static Fault blocked() {
        return Fault.at("customerPhone", "customer.blocked");
    }

    static Fault conflict(String publicId) {
        return Fault.at("externalRef", "externalRef.conflict", publicId).with("publicId", publicId);
    }

    static Fault closed(OrderStatus status) {
        return Fault.of("order.closed", status.toString()).with("status", status.toString());
    }

    /** A step that the machine does not have, with those that it has. */
    static Fault forbidden(OrderStatus from, Set<OrderStatus> allowed) {
        var words = allowed.stream().map(OrderStatus::toString).toList();
        var shown = words.isEmpty() ? "-" : words.stream().collect(Collectors.joining(", "));
        return Fault.of("order.status.forbidden", from.toString(), shown).with("allowed", words);
    }
}
