package iq.sendy.channels;

import iq.sendy.kernel.WireWord;
import iq.sendy.meta.GraphError;

/** Condition of a channel: what Meta holds against it as a whole. */
public enum ChannelCondition implements WireWord {
    WELL("Well"),
    /** Its token or a permission is gone: nothing can be sent until there is a new one. */
    AUTH_BROKEN("AuthBroken"),
    /** Meta has blocked or limited the account for its rules. */
    POLICY("Policy"),
    /** The account at Meta cannot pay. */
    BILLING("Billing");

    /** What Meta limits for one contact, and is no fault of the account. */
    private static final String ONE_CONTACTS_CAP = "131049";

    private final String word;

    ChannelCondition(String word) {
        this.word = word;
    }

    /** What an error says of the channel as a whole. */
    static ChannelCondition of(GraphError error) {
        return switch (error.errorClass()) {
            case CHANNEL_AUTH -> AUTH_BROKEN;
            case POLICY -> ONE_CONTACTS_CAP.equals(error.code()) ? WELL : POLICY;
            case BILLING -> BILLING;
            case TRANSIENT, CHANNEL_LIMIT, CONVERSATION_LIMIT, WINDOW_CLOSED, MEDIA, PERMANENT -> WELL;
        };
    }

    /** Whether programs hold back what they would send; people may try. */
    public boolean stopsSending() {
        return this != WELL;
    }

    /** The word of the database and of answers. */
    @Override
    public String toString() {
        return word;
    }
}
