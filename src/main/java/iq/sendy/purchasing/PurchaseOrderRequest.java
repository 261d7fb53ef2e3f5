package iq.sendy.purchasing;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purchase order as its body says it, to make one and, with what a PUT may add, to change one. */
@RefusedWith(code = {"money.fraction", "product.unknown", "supplier.unknown"})
public record PurchaseOrderRequest(
        @ReferenceTo("supplier") Patch<UUID> supplierId,
        @Text(Text.REFERENCE) @Example("\"INV-2041\"") Patch<String> referenceNumber,
        @Required @Example("\"2026-11-29\"") Patch<When> orderDate,
        @Example("\"2026-12-05\"") Patch<When> expectedDeliveryDate,
        @Text(Text.NOTES) Patch<String> notes,
        @Amount @Example("10000") Patch<Long> additionalFees,

        @Required @Size(min = 1, max = 200) Patch<List<@Nullable OrderedItem>> items) {

    /** An item as it is ordered. */
    public record OrderedItem(
            @Required @ReferenceTo("product") UUID storeProductId,

            @Required @Whole(min = 1, max = 10_000) @Example("10")
            Long quantity,

            @Required @Amount @Example("1500") Long unitCost,
            @Text(Text.NOTES) @Nullable String notes) {}

    /** What the purchase order will say; null after noting what is wrong with it. */
    public @Nullable PurchaseOrderDetails over(
            @Nullable PurchaseOrderDetails before, Caller caller, Violations violations) {
        var ordered = PatchMerge.start(
                "orderDate", orderDate, before == null ? null : before.orderDate(), caller.zone(), violations);
        var expected = PatchMerge.start(
                "expectedDeliveryDate",
                expectedDeliveryDate,
                before == null ? null : before.expectedDeliveryDate(),
                caller.zone(),
                violations);
        if (ordered == null && !violations.has("orderDate")) {
            violations.add("orderDate", "field.required");
        }
        if (ordered == null || !violations.isEmpty()) {
            return null;
        }
        return new PurchaseOrderDetails(
                supplierId.over(before == null ? null : before.supplierId()),
                referenceNumber.over(before == null ? null : before.referenceNumber()),
                ordered,
                expected,
                notes.over(before == null ? null : before.notes()),
                additionalFees.over(before == null ? 0L : before.additionalFees(), 0L));
    }

    /** What it names of the store, as far as it can be read. */
    public PurchaseReferences references() {
        var products = new ArrayList<@Nullable UUID>();
        for (var item : Objects.requireNonNullElse(items.value(), List.<@Nullable OrderedItem>of())) {
            products.add(item == null ? null : item.storeProductId());
        }
        return new PurchaseReferences(supplierId.value(), products);
    }

    /** The items of a body without faults; null when they were left out. */
    public @Nullable List<PurchaseOrderItem.Ordered> ordered() {
        var given = items.value();
        return given == null
                ? null
                : given.stream()
                        .map(Objects::requireNonNull)
                        .map(item -> new PurchaseOrderItem.Ordered(
                                item.storeProductId(), item.quantity(), item.unitCost(), item.notes()))
                        .toList();
    }
}
