package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** How the store fulfils: a courier collects at the store, or it leaves a warehouse. */
public enum FulfillmentType implements WireWord {
    FROM_TO("from_to"),
    WAREHOUSE("warehouse");

    private final String word;

    FulfillmentType(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
