package iq.sendy.cashier;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Put the pinned products in another order: each of them is named, once. */
public record ReorderPins(List<UUID> productIds) {

    public ReorderPins {
        productIds = List.copyOf(productIds);
    }

    /** All that can come of it. */
    public sealed interface Result {

        record Reordered() implements Result {}

        @RefusedWith(
                code = {"pin.unknown", "pin.repeated", "pin.missing"},
                field = "orderedProductIds")
        record AnotherSet(List<Violation> violations) implements Result, Refusal {

            public AnotherSet {
                violations = List.copyOf(violations);
            }
        }
    }

    /** What is wrong with it where these products are pinned. */
    List<Violation> violations(Set<UUID> pinned) {
        var violations = new ArrayList<Violation>();
        var named = new HashSet<UUID>();
        for (var i = 0; i < productIds.size(); i++) {
            var field = "orderedProductIds[" + i + "]";
            var product = productIds.get(i);
            if (!pinned.contains(product)) {
                violations.add(Violation.at(field, "pin.unknown"));
            } else if (!named.add(product)) {
                violations.add(Violation.at(field, "pin.repeated"));
            }
        }
        if (!named.containsAll(pinned)) {
            violations.add(Violation.at("orderedProductIds", "pin.missing"));
        }
        return violations;
    }

    /** Those that stand elsewhere from now on. */
    List<PinnedProduct> moved(List<PinnedProduct> pins) {
        return pins.stream()
                .map(pin -> pin.at(productIds.indexOf(pin.productId())))
                .filter(pin -> !pins.contains(pin))
                .toList();
    }
}
