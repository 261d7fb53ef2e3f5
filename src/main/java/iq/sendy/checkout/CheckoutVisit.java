package iq.sendy.checkout;

import org.jspecify.annotations.Nullable;

/**
 * Visit that a checkout comes of: what is known of it beside what its visitor typed.
 *
 * @param address of the network that it came from
 * @param checkoutToken the one-time value of the page's form: the same value gives the same order, however often it is sent
 * @param campaign the code of the link that has led here
 */
public record CheckoutVisit(
        String address,
        @Nullable String checkoutToken,
        @Nullable String campaign) {}
