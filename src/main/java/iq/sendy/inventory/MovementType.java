package iq.sendy.inventory;

import iq.sendy.kernel.WireWord;

/** Kind of stock movement: why pieces came, went, or were promised. */
public enum MovementType implements WireWord {
    COUNT("Count"),
    ADJUSTMENT("Adjustment"),
    SALE("Sale"),
    RELEASE("Release"),
    RETURN("Return"),
    RECEIPT("Receipt");

    private final String word;

    MovementType(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
