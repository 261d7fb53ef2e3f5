package iq.sendy.agent;

import iq.sendy.kernel.WireWord;

/** What the agent does outside of business hours. */
public enum OutsideHours implements WireWord {
    /** It answers as it does within them. */
    ANSWER("answer"),
    /** It says once that the shop is closed, and leaves the conversation to people. */
    HAND_OVER("hand_over");

    private final String word;

    OutsideHours(String word) {
        this.word = word;
    }

    /** The word on the wire and in the database. */
    @Override
    public String toString() {
        return word;
    }
}
