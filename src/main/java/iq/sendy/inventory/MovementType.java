package iq.sendy.inventory;

import java.util.Arrays;

/** Kind of stock movement: why pieces came, went, or were promised. */
public enum MovementType {
    COUNT("Count"),
    ADJUSTMENT("Adjustment"),
    SALE("Sale"),
    RELEASE("Release"),
    RETURN("Return"),
    RECEIPT("Receipt");

    private final String word;

    MovementType(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static MovementType of(String word) {
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
