package iq.sendy.returns;

import java.util.UUID;

/** Somebody asked to send pieces of an order back; heard in the same transaction. */
public record ReturnRequested(UUID store, ReturnView request) {}
