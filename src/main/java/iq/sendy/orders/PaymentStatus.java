package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** Where the money is: delivered is not yet remitted. */
public enum PaymentStatus implements WireWord {
    DUE("Due"),
    COLLECTED("Collected"),
    REMITTED("Remitted"),
    REFUNDED("Refunded"),
    VOID("Void");

    private final String word;

    PaymentStatus(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
