package iq.sendy.cashier;

import java.time.Instant;
import java.util.UUID;

/** Cash movement: what was put into a drawer or taken out of it without a sale, and why; the amount in minor units. */
public record CashMovement(
        UUID id, CashMovementType type, long amount, String reason, SessionActor actor, Instant createdAt) {}
