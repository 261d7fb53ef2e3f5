package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** How the goods reach the customer. */
public enum DeliveryMode implements WireWord {
    STANDARD("Standard"),
    EXPRESS("Express"),
    PICKUP("Pickup");

    private final String word;

    DeliveryMode(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
