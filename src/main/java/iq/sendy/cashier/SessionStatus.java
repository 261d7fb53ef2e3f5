package iq.sendy.cashier;

import iq.sendy.kernel.WireWord;

/** Whether a cashier session takes sales or has been counted for good. */
public enum SessionStatus implements WireWord {
    OPEN("Open"),
    CLOSED("Closed");

    private final String word;

    SessionStatus(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
