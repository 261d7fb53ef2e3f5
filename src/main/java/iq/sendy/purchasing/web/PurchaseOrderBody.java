package iq.sendy.purchasing.web;

import iq.sendy.kernel.Currency;
import iq.sendy.purchasing.PurchaseAttachment;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrderItem;
import iq.sendy.purchasing.PurchaseOrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purchase order on the wire: contract sections 7 and 15. */
record PurchaseOrderBody(
        UUID id,
        long number,
        PurchaseOrderStatus status,
        @Nullable UUID supplierId,
        @Nullable String supplierName,
        @Nullable String referenceNumber,
        Instant orderDate,
        @Nullable Instant expectedDeliveryDate,
        @Nullable String notes,
        BigDecimal additionalFees,
        BigDecimal subTotal,
        BigDecimal totalAmount,
        BigDecimal amountReceived,
        BigDecimal amountPaid,
        List<PurchaseItemBody> items,
        List<PurchaseAttachment> attachments,
        Instant createdAt,
        Instant updatedAt) {

    record PurchaseItemBody(
            UUID id,
            UUID storeProductId,
            String sku,
            String name,
            long quantity,
            long received,
            long rejected,
            BigDecimal unitCost,
            @Nullable String notes) {

        static PurchaseItemBody of(PurchaseOrderItem item, Currency currency) {
            return new PurchaseItemBody(
                    item.id(),
                    item.productId(),
                    item.sku(),
                    item.name(),
                    item.quantity(),
                    item.received(),
                    item.rejected(),
                    currency.onWire(item.unitCost()),
                    item.notes());
        }
    }

    static PurchaseOrderBody of(PurchaseOrder order, Currency currency) {
        var details = order.details();
        var sums = order.sums();
        return new PurchaseOrderBody(
                order.id(),
                order.number(),
                order.status(),
                details.supplierId(),
                order.supplierName(),
                details.referenceNumber(),
                details.orderDate(),
                details.expectedDeliveryDate(),
                details.notes(),
                currency.onWire(details.additionalFees()),
                currency.onWire(sums.subTotal()),
                currency.onWire(Math.addExact(sums.subTotal(), details.additionalFees())),
                currency.onWire(sums.received()),
                currency.onWire(sums.paid()),
                order.items().stream()
                        .map(item -> PurchaseItemBody.of(item, currency))
                        .toList(),
                order.attachments(),
                order.createdAt(),
                order.updatedAt());
    }
}
