package iq.sendy.pricing;

import iq.sendy.kernel.WireWord;

/** The door that a basket comes by, in the words of the order's source: a rule may hold for some of them alone. */
public enum Channel implements WireWord {
    API("Api"),
    DASHBOARD("Dashboard"),
    STOREFRONT("Storefront"),
    POS("Pos"),
    SOCIAL("Social");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
