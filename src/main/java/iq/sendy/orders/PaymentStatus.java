package iq.sendy.orders;

import java.util.Arrays;

/** Where the money is: delivered is not yet remitted. */
public enum PaymentStatus {
    DUE("Due"),
    COLLECTED("Collected"),
    REMITTED("Remitted"),
    REFUNDED("Refunded"),
    VOID("Void");

    private final String word;

    PaymentStatus(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static PaymentStatus of(String word) {
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
