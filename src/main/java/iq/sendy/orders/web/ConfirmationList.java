package iq.sendy.orders.web;

import iq.sendy.kernel.WireWord;

/** A list of the confirmation desk, as a filter names it. */
enum ConfirmationList implements WireWord {
    DUE("due");

    private final String word;

    ConfirmationList(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
