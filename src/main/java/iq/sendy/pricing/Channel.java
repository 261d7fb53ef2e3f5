package iq.sendy.pricing;

import java.util.Arrays;

/** The door that a basket comes by, in the words of the order's source: a rule may hold for some of them alone. */
public enum Channel {
    API("Api"),
    DASHBOARD("Dashboard"),
    STOREFRONT("Storefront"),
    POS("Pos"),
    SOCIAL("Social");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static Channel of(String word) {
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
