package iq.sendy.purchasing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase order names of the store.
 *
 * @param supplier null for none
 * @param products by the place of their items; null where an item names none
 */
public record PurchaseReferences(@Nullable UUID supplier, List<@Nullable UUID> products) {

    /** Those that a purchase order does not name already. */
    public PurchaseReferences beside(PurchaseOrder before) {
        var known = before.items().stream().map(PurchaseOrderItem::productId).collect(Collectors.toSet());
        var fresh = new ArrayList<@Nullable UUID>();
        for (var product : products) {
            fresh.add(product == null || known.contains(product) ? null : product);
        }
        return new PurchaseReferences(Objects.equals(supplier, before.details().supplierId()) ? null : supplier, fresh);
    }
}
