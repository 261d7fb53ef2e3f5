package iq.sendy.orders;

import org.jspecify.annotations.Nullable;

/**
 * How the goods are to reach the customer.
 *
 * @param fee in minor units; null lets the store's rules decide
 */
public record DeliveryTerms(
        FulfillmentType fulfillmentType,
        DeliveryMode mode,
        @Nullable Long fee) {}
