package iq.sendy.pricing;

import java.util.Arrays;

/** The kinds of {@link Discount} as the wire and the tables spell them. */
public enum DiscountType {
    PERCENTAGE("percentage"),
    FIXED_AMOUNT("fixed_amount");

    private final String word;

    DiscountType(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static DiscountType of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
