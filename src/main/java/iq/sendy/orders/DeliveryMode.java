package iq.sendy.orders;

import java.util.Arrays;

/** How the goods reach the customer. */
public enum DeliveryMode {
    STANDARD("Standard"),
    EXPRESS("Express"),
    PICKUP("Pickup");

    private final String word;

    DeliveryMode(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static DeliveryMode of(String word) {
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
