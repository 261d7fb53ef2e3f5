package iq.sendy.stores;

import java.time.Instant;
import java.util.UUID;

/** A store was opened; heard in the same transaction, by whoever lays out a new store's first things. */
public record StoreOpened(UUID store, Instant at) {}
