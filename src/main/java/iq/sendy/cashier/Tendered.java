package iq.sendy.cashier;

import org.jspecify.annotations.Nullable;

/**
 * Tender of a sale: how its total is paid.
 *
 * @param method the word of the payment method
 * @param total in minor units
 * @param cash what was handed over, if that was said
 */
public record Tendered(String method, long total, @Nullable Long cash) {}
