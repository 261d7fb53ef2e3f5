package iq.sendy.pricing;

import iq.sendy.kernel.WireWord;

/** The kinds of {@link Discount} as the wire and the tables spell them. */
public enum DiscountType implements WireWord {
    PERCENTAGE("percentage"),
    FIXED_AMOUNT("fixed_amount");

    private final String word;

    DiscountType(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
