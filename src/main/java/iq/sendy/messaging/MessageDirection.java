package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** Which way a message went, as the store sees it. */
public enum MessageDirection implements WireWord {
    INBOUND("Inbound"),
    OUTBOUND("Outbound");

    private final String word;

    MessageDirection(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
