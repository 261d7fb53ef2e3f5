package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** How it is known that a phone is a contact's own. */
public enum ContactProof implements WireWord {
    SENDER("Sender"),
    SHARED("Shared"),
    STAFF("Staff");

    private final String word;

    ContactProof(String word) {
        this.word = word;
    }

    /** The database's word: it writes from it, gave it when asked for it, or staff say so. */
    @Override
    public String toString() {
        return word;
    }
}
