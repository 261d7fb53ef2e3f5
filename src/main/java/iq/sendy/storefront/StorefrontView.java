package iq.sendy.storefront;

import org.jspecify.annotations.Nullable;

/**
 * Storefront as its own people see it, open or not.
 *
 * @param slug the word in its address; null where the store has none
 */
public record StorefrontView(@Nullable String slug, StorefrontSettings face) {}
