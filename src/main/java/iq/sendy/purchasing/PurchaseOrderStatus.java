package iq.sendy.purchasing;

import iq.sendy.kernel.WireWord;

/** Where a purchase order is on its way; {@code PurchaseStateMachine} has the steps. */
public enum PurchaseOrderStatus implements WireWord {
    DRAFT("Draft"),
    SENT("Sent"),
    PARTIALLY_RECEIVED("PartiallyReceived"),
    RECEIVED("Received"),
    CANCELLED("Cancelled");

    private final String word;

    PurchaseOrderStatus(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
