package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/**
 * How far a medium of a message is: fetched later, here, not taken (too large, no room, not what was announced), or not to
 * be had.
 */
public enum MediaState implements WireWord {
    PENDING("Pending"),
    STORED("Stored"),
    REFUSED("Refused"),
    FAILED("Failed");

    private final String word;

    MediaState(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
