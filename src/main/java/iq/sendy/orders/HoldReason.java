package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** Reason why an order is held: it looks as if nobody meant it, so somebody calls before it goes on its way. */
public enum HoldReason implements WireWord {
    /** It costs so much that its phone should have been proved, and no code could be sent. */
    UNPROVED_PHONE("UnprovedPhone"),
    /** The phone has refused more parcels than it took. */
    REFUSED_BEFORE("RefusedBefore"),
    /** It wants more pieces than people buy. */
    MANY_PIECES("ManyPieces"),
    /** Many phones that the store does not know have ordered from this network lately. */
    MANY_NEWCOMERS("ManyNewcomers");

    private final String word;

    HoldReason(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
