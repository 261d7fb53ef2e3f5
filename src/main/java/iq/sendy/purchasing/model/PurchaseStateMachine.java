package iq.sendy.purchasing.model;

import iq.sendy.purchasing.PurchaseOrderStatus;
import java.util.EnumSet;
import java.util.Set;

/** State machine of purchase orders. Receipts drive it; cancelling keeps what was received. */
public final class PurchaseStateMachine {

    private PurchaseStateMachine() {}

    /** The steps that a status has; a further receipt leaves a purchase order partially received. */
    public static Set<PurchaseOrderStatus> from(PurchaseOrderStatus status) {
        return switch (status) {
            case DRAFT -> EnumSet.of(PurchaseOrderStatus.SENT, PurchaseOrderStatus.CANCELLED);
            case SENT, PARTIALLY_RECEIVED ->
                EnumSet.of(
                        PurchaseOrderStatus.PARTIALLY_RECEIVED,
                        PurchaseOrderStatus.RECEIVED,
                        PurchaseOrderStatus.CANCELLED);
            case RECEIVED, CANCELLED -> EnumSet.noneOf(PurchaseOrderStatus.class);
        };
    }

    /** Whether goods may come. */
    public static boolean receives(PurchaseOrderStatus status) {
        return from(status).contains(PurchaseOrderStatus.RECEIVED);
    }
}
