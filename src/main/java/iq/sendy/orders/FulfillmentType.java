package iq.sendy.orders;

import java.util.Arrays;

/** How the store fulfils: a courier collects at the store, or it leaves a warehouse. */
public enum FulfillmentType {
    FROM_TO("from_to"),
    WAREHOUSE("warehouse");

    private final String word;

    FulfillmentType(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static FulfillmentType of(String word) {
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
