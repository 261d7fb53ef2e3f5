package iq.sendy.orders;

import java.util.UUID;

/** An order was placed; heard in the same transaction. Its sequence is 1. */
public record OrderPlaced(UUID store, OrderView order) {}
