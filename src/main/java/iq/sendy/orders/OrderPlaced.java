package iq.sendy.orders;

import java.util.UUID;

/**
 * An order was placed; heard in the same transaction. Its sequence is 1, and one that was born delivered, a sale at the
 * counter, is told twice: its sequence is the second. No step of it is told.
 */
public record OrderPlaced(UUID store, OrderView order) {}
