package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** Kind of event on the live stream of an inbox, by which its clients tell them apart. */
public enum StreamEventKind implements WireWord {
    /** A message joined a conversation. */
    MESSAGE("message"),
    /** A message that is shown already is not what it was: delivered, read, edited, unsent, or its picture is here. */
    STATUS("status"),
    CONVERSATION("conversation"),
    JOB("job");

    private final String word;

    StreamEventKind(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
