package iq.sendy.checkout;

import iq.sendy.kernel.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What an order was sent with, as digests: nobody reads a phone from them, and the same gives the same.
 *
 * @param basket which products and how many of each
 * @param token the one-time value of the form; null where none was sent
 * @param network where it came from; null where nobody counts by it
 */
public record SentCheckout(
        Bytes phone,
        Bytes basket,
        @Nullable Bytes token,
        @Nullable Bytes network) {}
