package iq.sendy.agent;

import iq.sendy.kernel.WireWord;

/** Topic on which the agent may know something about the shop. */
public enum KnowledgeTopic implements WireWord {
    /** A question that customers ask, and its answer. */
    FAQ("faq"),
    DELIVERY("delivery"),
    RETURNS("returns"),
    PAYMENT("payment"),
    HOURS("hours"),
    /** What the shop is. */
    ABOUT("about");

    private final String word;

    KnowledgeTopic(String word) {
        this.word = word;
    }

    /** Whether a text on it is what the shop promises: from one the agent may speak of returns, or of what is free. */
    public boolean isPolicy() {
        return this == DELIVERY || this == RETURNS || this == PAYMENT;
    }

    /** The word on the wire and in the database. */
    @Override
    public String toString() {
        return word;
    }
}
