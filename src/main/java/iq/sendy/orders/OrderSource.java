package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** The door that an order came by. */
public enum OrderSource implements WireWord {
    API("Api"),
    DASHBOARD("Dashboard"),
    STOREFRONT("Storefront"),
    POS("Pos"),
    SOCIAL("Social");

    private final String word;

    OrderSource(String word) {
        this.word = word;
    }

    /** Whether customers order by it themselves, and so may not know yet what a product without a price costs. */
    public boolean ofCustomers() {
        return switch (this) {
            case STOREFRONT, SOCIAL -> true;
            case API, DASHBOARD, POS -> false;
        };
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
