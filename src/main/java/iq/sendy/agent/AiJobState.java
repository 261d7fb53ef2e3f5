package iq.sendy.agent;

import iq.sendy.kernel.WireWord;

/** State of an AI message job, from the burst of messages that made it to the reply, or to whoever answers instead. */
public enum AiJobState implements WireWord {
    /** It waits for the customer to have finished. */
    PENDING("Pending"),
    /** A worker has it; the model and its tools are asked. */
    GENERATING("Generating"),
    /** Reply and usage are stored, and nothing is sent. */
    GENERATED("Generated"),
    /** The reply is a row of the outbound queue. */
    SENDING("Sending"),
    /** Meta has taken the reply. */
    DONE("Done"),
    /** The customer wrote again before the reply was sent. */
    SUPERSEDED("Superseded"),
    /** A guard said no, for a stored reason. */
    SKIPPED("Skipped"),
    /** The turn ended at people. */
    HANDED_OFF("HandedOff"),
    /** An attempt failed, and another follows. */
    RETRY("Retry"),
    /** Its attempts are used up; people have the conversation, and may drive it again. */
    DEAD("Dead");

    private final String word;

    AiJobState(String word) {
        this.word = word;
    }

    /** Whether more will come of it. A conversation has one such job at most. */
    public boolean isLive() {
        return switch (this) {
            case PENDING, GENERATING, GENERATED, SENDING, RETRY -> true;
            case DONE, SUPERSEDED, SKIPPED, HANDED_OFF, DEAD -> false;
        };
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
