package iq.sendy.dashboard.orders;

import org.jspecify.annotations.Nullable;

/**
 * A row of the form of an order's items.
 *
 * @param index its place among them
 * @param name of its product; null where the store has none such
 */
record ItemRow(
        int index,
        String product,
        @Nullable String name,
        @Nullable String picture) {

    /** The name of one of its fields. */
    public String field(String part) {
        return "items[" + index + "]." + part;
    }
}
