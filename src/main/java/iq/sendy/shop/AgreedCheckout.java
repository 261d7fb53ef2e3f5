package iq.sendy.shop;

import iq.sendy.checkout.CheckoutVisit;
import iq.sendy.checkout.ShopCheckout;
import iq.sendy.platform.body.Bound;
import org.jspecify.annotations.Nullable;

/**
 * Place what a visitor orders, at the total that they were shown and no other.
 *
 * @param shown what their page said, in minor units; null when it said nothing yet
 */
public record AgreedCheckout(
        Bound<ShopCheckout> bound,
        CheckoutVisit visit,
        @Nullable Long shown) {

    /** All that can come of it. */
    public sealed interface Result {

        /** What checkout says. */
        record Answered(ShopCheckout.Result answer) implements Result {}

        /** It would cost something else by now; nothing was ordered. */
        record TotalChanged(long total) implements Result {}
    }
}
