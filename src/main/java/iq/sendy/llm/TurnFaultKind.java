package iq.sendy.llm;

import iq.sendy.kernel.WireWord;

/** Kind of a turn's own fault: the model was paid, and what it gave is no answer. */
public enum TurnFaultKind implements WireWord {
    /** The model, or its provider's filter, does not want to say anything about it. */
    REFUSED("refused"),
    /** It would have gone on beyond the tokens it had. */
    CUT_OFF("cut_off"),
    /** Neither a text nor a call. */
    EMPTY("empty"),
    /** An answer of another shape, or a call with arguments that are no JSON object. */
    UNREADABLE("unreadable");

    private final String word;

    TurnFaultKind(String word) {
        this.word = word;
    }

    /** The word of logs and steps. */
    @Override
    public String toString() {
        return word;
    }
}
