package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** State of an attempt to send a message. */
public enum SendState implements WireWord {
    /** Waits for its turn. */
    QUEUED("Queued"),
    /** Meta is being asked, or whoever asked died meanwhile. */
    IN_FLIGHT("InFlight"),
    /** Meta was asked, and nobody knows what came of it. */
    UNKNOWN("Unknown"),
    /** Meta took it. */
    SENT("Sent"),
    /** Meta said no. */
    REFUSED("Refused"),
    /** Meta was not asked, or not reached. */
    NOT_SENT("NotSent");

    private final String word;

    SendState(String word) {
        this.word = word;
    }

    /** The word of the database. */
    @Override
    public String toString() {
        return word;
    }
}
