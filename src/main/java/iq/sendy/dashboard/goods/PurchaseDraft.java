package iq.sendy.dashboard.goods;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import iq.sendy.purchasing.PurchaseOrderItem;
import iq.sendy.purchasing.PurchaseReferences;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purchase order as its form sends it, by the rules of the API's body. */
record PurchaseDraft(
        @ReferenceTo("supplier") Patch<UUID> supplierId,
        @Text(Text.REFERENCE) Patch<String> referenceNumber,
        @Required Patch<When> orderDate,
        Patch<When> expectedDeliveryDate,
        @Text(Text.NOTES) Patch<String> notes,
        @Amount Patch<Long> additionalFees,
        @Required @Size(min = 1, max = 200) Patch<List<@Nullable OrderedLine>> items) {

    /** A line of the form. */
    record OrderedLine(
            @Required @ReferenceTo("product") UUID storeProductId,
            @Required @Whole(min = 1, max = 10_000) Long quantity,
            @Required @Amount Long unitCost,
            @Text(Text.NOTES) @Nullable String notes) {}

    /** What a form of a stored one begins with. */
    static PageForm form(PurchaseOrder order, PageReader reader) {
        var details = order.details();
        return PurchaseLine.stored(
                PageForm.empty()
                        .with("supplierId", details.supplierId())
                        .with("referenceNumber", details.referenceNumber())
                        .with("orderDate", day(details.orderDate(), reader.zone()))
                        .with("expectedDeliveryDate", day(details.expectedDeliveryDate(), reader.zone()))
                        .with("notes", details.notes())
                        .with("additionalFees", reader.typed(details.additionalFees())),
                order.items(),
                reader);
    }

    private static @Nullable String day(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toLocalDate().toString();
    }

    /** What it will say; null after noting what is wrong with it. */
    @Nullable
    PurchaseOrderDetails over(@Nullable PurchaseOrderDetails before, ZoneId zone, Violations violations) {
        var ordered =
                PatchMerge.start("orderDate", orderDate, before == null ? null : before.orderDate(), zone, violations);
        var expected = PatchMerge.start(
                "expectedDeliveryDate",
                expectedDeliveryDate,
                before == null ? null : before.expectedDeliveryDate(),
                zone,
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
    PurchaseReferences references() {
        var products = new ArrayList<@Nullable UUID>();
        for (var item : Objects.requireNonNullElse(items.value(), List.<@Nullable OrderedLine>of())) {
            products.add(item == null ? null : item.storeProductId());
        }
        return new PurchaseReferences(supplierId.value(), products);
    }

    /** The lines of a form without faults. */
    List<PurchaseOrderItem.Ordered> ordered() {
        return Objects.requireNonNullElse(items.value(), List.<@Nullable OrderedLine>of()).stream()
                .map(Objects::requireNonNull)
                .map(item -> new PurchaseOrderItem.Ordered(
                        item.storeProductId(), item.quantity(), item.unitCost(), item.notes()))
                .toList();
    }
}
