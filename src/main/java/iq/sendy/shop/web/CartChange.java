package iq.sendy.shop.web;

import iq.sendy.storefront.Cart;
import java.util.OptionalLong;

/**
 * Change of a cart as its form says it.
 *
 * @param what {@code add}, {@code set} or {@code remove}
 * @param pieces what was typed; empty when it was no number
 * @param step {@code 1} or {@code -1} where a button was pressed that counts
 * @param atOnce whether it is to be ordered now: then it is in the cart once, however often that was pressed
 */
record CartChange(String sku, String what, OptionalLong pieces, String step, boolean atOnce) {

    Cart on(Cart cart) {
        var before = cart.quantityOf(sku);
        return switch (what) {
            case "remove" -> cart.without(sku);
            case "set" -> cart.with(sku, Math.max(0, pieces.orElse(before) + stepped()));
            default -> atOnce ? cart.with(sku, Math.max(before, added())) : cart.plus(sku, added());
        };
    }

    private long added() {
        return Math.max(1, pieces.orElse(1));
    }

    private long stepped() {
        return switch (step) {
            case "1" -> 1;
            case "-1" -> -1;
            default -> 0;
        };
    }
}
