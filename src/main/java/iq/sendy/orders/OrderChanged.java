package iq.sendy.orders;

import java.util.UUID;

/** An order's address or its items changed; heard in the same transaction. The order is shown as it is after that. */
public record OrderChanged(UUID store, OrderView order) {}
