package iq.sendy.billing;

import org.jspecify.annotations.Nullable;

/**
 * Spend cap: where a store's agent stops in a period.
 *
 * @param iqd whole dinars of overage; null is no cap
 * @param tokens in both directions together; null is no cap
 */
public record SpendCap(@Nullable Long iqd, @Nullable Long tokens) {}
