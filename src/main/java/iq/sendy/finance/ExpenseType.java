package iq.sendy.finance;

import iq.sendy.kernel.WireWord;

/** How an expense comes back: every month the same, with the business, or never. */
public enum ExpenseType implements WireWord {
    FIXED("Fixed"),
    VARIABLE("Variable"),
    ONE_TIME("OneTime");

    private final String word;

    ExpenseType(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
