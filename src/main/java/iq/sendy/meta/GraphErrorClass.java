package iq.sendy.meta;

import iq.sendy.kernel.WireWord;

/** Class of a refusal of Meta: what is to be done about it. */
public enum GraphErrorClass implements WireWord {
    /** The token or a permission is gone: the channel stops, its jobs are held, somebody connects it anew. */
    CHANNEL_AUTH("ChannelAuth"),
    /** Passes by itself: again later. */
    TRANSIENT("Transient"),
    /** The account sends too much: its queue pauses. */
    CHANNEL_LIMIT("ChannelLimit"),
    /** Too much to this one contact: its queue goes on in steps of six seconds. */
    CONVERSATION_LIMIT("ConversationLimit"),
    /** Against Meta's rules: not again, and the owner is told. */
    POLICY("Policy"),
    /** The account at Meta cannot pay: the owner is told. */
    BILLING("Billing"),
    /** More than 24 hours since the customer wrote: waits for the customer. */
    WINDOW_CLOSED("WindowClosed"),
    /** The picture or file could not be fetched or taken: that alone is tried again. */
    MEDIA("Media"),
    /** Would be refused for ever. */
    PERMANENT("Permanent");

    private final String word;

    GraphErrorClass(String word) {
        this.word = word;
    }

    /** The word of the database and of answers. */
    @Override
    public String toString() {
        return word;
    }
}
