package iq.sendy.agent;

import iq.sendy.kernel.WireWord;

/** Mode of the agent at a channel: whether its replies go out by themselves. */
public enum AgentMode implements WireWord {
    /** What passes the gate is sent. */
    AUTO("auto"),
    /** Every reply is kept as a draft, and a person sends it. */
    DRAFT("draft");

    private final String word;

    AgentMode(String word) {
        this.word = word;
    }

    /** The word on the wire and in the database. */
    @Override
    public String toString() {
        return word;
    }
}
