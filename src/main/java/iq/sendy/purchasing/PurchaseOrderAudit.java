package iq.sendy.purchasing;

import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import java.util.List;

/** Purchase order as the audit log keeps it. */
record PurchaseOrderAudit(
        long number, PurchaseOrderStatus status, PurchaseOrderDetails details, List<PurchaseOrderItem> items) {

    static PurchaseOrderAudit of(PurchaseOrder order) {
        return new PurchaseOrderAudit(order.number(), order.status(), order.details(), order.items());
    }
}
