package iq.sendy.checkout;

import org.jspecify.annotations.Nullable;

/**
 * Visit that a checkout comes of: what is known of it beside what its visitor typed.
 *
 * @param address of the network that it came from
 * @param checkoutToken the one-time value of the page's form: the same value gives the same order, however often it is sent
 * @param campaign the code of the link that has led here
 * @param trap what stood in the field of the form that no person sees; null where it was left alone
 */
public record CheckoutVisit(
        String address,
        @Nullable String checkoutToken,
        @Nullable String campaign,
        @Nullable String trap) {

    /** One without a form, or whose form has no trap. */
    public CheckoutVisit(String address, @Nullable String checkoutToken, @Nullable String campaign) {
        this(address, checkoutToken, campaign, null);
    }

    /** Whether something filled in what no person sees. */
    boolean trapped() {
        return trap != null && !trap.isBlank();
    }
}
