package iq.sendy.purchasing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purchase order: what the shop ordered of a supplier, what came of it, and what is owed for it. */
public record PurchaseOrder(
        UUID id,
        long number,
        PurchaseOrderStatus status,
        PurchaseOrderDetails details,
        @Nullable String supplierName,
        List<PurchaseOrderItem> items,
        List<PurchaseAttachment> attachments,
        PurchaseOrderSums sums,
        Instant createdAt,
        Instant updatedAt) {

    public PurchaseOrder {
        items = List.copyOf(items);
        attachments = List.copyOf(attachments);
    }

    /** Whether this is one of its items. */
    public boolean has(UUID item) {
        return items.stream().anyMatch(each -> each.id().equals(item));
    }

    /** How many pieces came so far, accepted or not. */
    public long pieces() {
        return items.stream()
                .mapToLong(item -> item.received() + item.rejected())
                .sum();
    }

    /** What was ordered, item by item. */
    public List<PurchaseOrderItem.Ordered> ordered() {
        return items.stream().map(PurchaseOrderItem::ordered).toList();
    }

    /** What the shop says of a purchase order beside its items; fees in minor units. */
    public record PurchaseOrderDetails(
            @Nullable UUID supplierId,
            @Nullable String referenceNumber,
            Instant orderDate,
            @Nullable Instant expectedDeliveryDate,
            @Nullable String notes,
            long additionalFees) {}

    /**
     * What it comes to, in minor units.
     *
     * @param subTotal what all items cost, without fees
     * @param feesCarried what receipts have carried of the additional fees
     * @param received the goods that came, and the fees that they carried
     * @param paid what expenses paid of it
     */
    public record PurchaseOrderSums(long subTotal, long feesCarried, long received, long paid) {}
}
