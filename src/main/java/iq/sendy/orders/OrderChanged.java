package iq.sendy.orders;

import java.util.UUID;

/**
 * An order's address or its items changed; heard in the same transaction.
 *
 * @param before the order as it was, locked
 * @param order as it is after that
 */
public record OrderChanged(UUID store, OrderView before, OrderView order) {}
