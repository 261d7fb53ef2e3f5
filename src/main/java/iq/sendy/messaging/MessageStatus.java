package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** Delivery status of an outbound message, in the order it moves; Failed is final, and Unknown is what nobody confirmed yet. */
public enum MessageStatus implements WireWord {
    QUEUED("Queued"),
    UNKNOWN("Unknown"),
    SENT("Sent"),
    DELIVERED("Delivered"),
    READ("Read"),
    PLAYED("Played"),
    FAILED("Failed");

    private final String word;

    MessageStatus(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
