package iq.sendy.cashier;

import iq.sendy.kernel.WireWord;

/** Which way cash went that no sale explains. */
public enum CashMovementType implements WireWord {
    PAY_IN("PayIn"),
    PAY_OUT("PayOut");

    private final String word;

    CashMovementType(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
