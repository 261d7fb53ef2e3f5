package iq.sendy.pricing;

import iq.sendy.pricing.model.Rounding;

/** Refund for pieces that come back: a part of the net paid, not of the list price. */
public final class Refunds {

    private Refunds() {}

    /**
     * The refund for pieces of a line, rounded down over all that came back so far: the last piece takes the remainder, and
     * the parts never exceed the net.
     *
     * @param net what the line cost after discounts
     * @param before pieces that were refunded earlier
     */
    public static long of(long net, long bought, long before, long now) {
        if (net < 0 || before < 0 || now < 0 || bought < 1 || Math.addExact(before, now) > bought) {
            throw new IllegalArgumentException("No more comes back than was bought");
        }
        return Rounding.down(net, before + now, bought) - Rounding.down(net, before, bought);
    }
}
