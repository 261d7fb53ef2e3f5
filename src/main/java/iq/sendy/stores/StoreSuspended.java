package iq.sendy.stores;

import java.util.UUID;

/** A store may trade no longer. Heard in the same transaction, which works for that store. */
public record StoreSuspended(UUID store) {}
