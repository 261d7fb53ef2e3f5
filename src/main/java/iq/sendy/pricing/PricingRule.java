package iq.sendy.pricing;

import java.time.Instant;
import java.util.UUID;

/**
 * Rule that prices orders until it is changed or deleted.
 *
 * @param <R> itself
 * @param <D> what the shop decides about it
 */
public interface PricingRule<R, D> {

    UUID id();

    D details();

    /** The rule as it is from that moment. */
    R with(D changed, Instant now);
}
