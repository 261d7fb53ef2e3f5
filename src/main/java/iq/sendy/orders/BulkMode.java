package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** What becomes of many orders when one of them is refused. */
public enum BulkMode implements WireWord {
    /** The others are placed. */
    PARTIAL("partial"),
    /** None is. */
    ATOMIC("atomic");

    private final String word;

    BulkMode(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
