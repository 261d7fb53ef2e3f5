package iq.sendy.stores;

import java.util.UUID;

/** A store's name, slug, settings or right to trade changed; heard in the same transaction. */
public record StoreChanged(UUID store) {}
