package iq.sendy.orders;

import java.util.Arrays;

/** The door that an order came by. */
public enum OrderSource {
    API("Api"),
    DASHBOARD("Dashboard"),
    STOREFRONT("Storefront"),
    POS("Pos"),
    SOCIAL("Social");

    private final String word;

    OrderSource(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static OrderSource of(String word) {
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
