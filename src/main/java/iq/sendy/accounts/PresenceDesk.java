package iq.sendy.accounts;

import iq.sendy.kernel.WireWord;

/** A desk at which several people work on one list, each on one thing of it. */
public enum PresenceDesk implements WireWord {
    CONFIRMATION("Confirmation"),
    INBOX("Inbox");

    private final String word;

    PresenceDesk(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
