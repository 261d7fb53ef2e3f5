package iq.sendy.accounts;

import java.time.Instant;
import java.util.UUID;

/** A store opened, with its owner. Heard in the same transaction, by whoever lays out a new store's first things. */
public record StoreRegistered(UUID store, String name, UUID owner, Instant at) {}
