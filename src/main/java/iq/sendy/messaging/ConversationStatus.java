package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** Who a conversation waits for: the agent, a person, or nobody. */
public enum ConversationStatus implements WireWord {
    PENDING("Pending"),
    OPEN("Open"),
    RESOLVED("Resolved");

    private final String word;

    ConversationStatus(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
