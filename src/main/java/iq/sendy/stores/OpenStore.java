package iq.sendy.stores;

import org.jspecify.annotations.Nullable;

/**
 * Open a store.
 *
 * @param slug as the owner wants it; null takes the Latin form of the name, with a number behind it when that is taken
 */
public record OpenStore(String name, @Nullable String slug) {}
