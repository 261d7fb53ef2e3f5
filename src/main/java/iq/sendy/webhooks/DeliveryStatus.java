package iq.sendy.webhooks;

import java.util.Arrays;

/** Where a delivery stands: it waits for its next attempt, it arrived, or it was given up. */
public enum DeliveryStatus {
    PENDING("Pending"),
    DELIVERED("Delivered"),
    DEAD("Dead");

    private final String word;

    DeliveryStatus(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static DeliveryStatus of(String word) {
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
