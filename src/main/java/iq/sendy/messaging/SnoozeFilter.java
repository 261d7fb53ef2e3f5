package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** Filter of conversations that are put away: those alone, those never, or both. */
public enum SnoozeFilter implements WireWord {
    TRUE("true"),
    FALSE("false"),
    ANY("any");

    private final String word;

    SnoozeFilter(String word) {
        this.word = word;
    }

    /** The word of the query. */
    @Override
    public String toString() {
        return word;
    }
}
