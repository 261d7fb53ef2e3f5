package iq.sendy.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A product and how many pieces can be sold.
 *
 * @param available null when any quantity sells, because nobody counts
 */
public record StockedProduct(ProductView product, @Nullable Long available) {}
