package iq.sendy.webhooks;

import iq.sendy.kernel.WireWord;

/** Delivery status: it waits for its next attempt, it arrived, or it was given up. */
public enum DeliveryStatus implements WireWord {
    PENDING("Pending"),
    DELIVERED("Delivered"),
    DEAD("Dead");

    private final String word;

    DeliveryStatus(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
