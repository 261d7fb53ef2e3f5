package iq.sendy.returns;

import java.util.UUID;

/** A return was approved, rejected or completed; heard in the same transaction. */
public record ReturnMoved(UUID store, ReturnView request) {}
