package iq.sendy.pricing;

import org.jspecify.annotations.Nullable;

/**
 * Span of delivery fees: what delivery costs at least and at most, by governorate.
 *
 * @param freeFrom the smallest value above the one that was asked about from which it costs nothing, wherever it goes; null
 *     where there is none
 */
public record DeliveryFeeSpan(
        long least, long most, @Nullable Long freeFrom) {

    /** Whether it costs the same wherever it goes. */
    public boolean single() {
        return least == most;
    }
}
