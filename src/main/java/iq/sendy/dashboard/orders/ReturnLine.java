package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderLine;
import org.jspecify.annotations.Nullable;

/**
 * A line of a form about pieces that come back.
 *
 * @param index its place among them
 * @param quantity how many pieces it is about
 */
record ReturnLine(
        int index, OrderLine line, long quantity, @Nullable String picture) {

    /** The name of one of its fields. */
    public String field(String part) {
        return "items[" + index + "]." + part;
    }
}
