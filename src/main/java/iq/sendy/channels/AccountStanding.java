package iq.sendy.channels;

import iq.sendy.kernel.WireWord;

/** Standing of a channel at its account: by what it takes the account's deliveries, or why it does not. */
public enum AccountStanding implements WireWord {
    /** Its own app secret vouches for what comes. */
    OWN_SECRET("OwnSecret"),
    /** It was connected before proofs were asked for, and Meta will be asked. */
    ASSUMED("Assumed"),
    /** Its access token has not shown yet that it may read the account. */
    UNPROVEN("Unproven"),
    /** Its access token may read the account. */
    PROVEN("Proven"),
    /** Another store has shown that the account is its own. */
    DISPLACED("Displaced");

    private final String word;

    AccountStanding(String word) {
        this.word = word;
    }

    /** Whether what comes for the account is the channel's. */
    public boolean takesDeliveries() {
        return this == OWN_SECRET || this == ASSUMED || this == PROVEN;
    }

    /** The word of the database and of answers. */
    @Override
    public String toString() {
        return word;
    }
}
