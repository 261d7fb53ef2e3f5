package iq.sendy.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock movement: a line in the ledger of a stock row.
 *
 * @param position counts the lines of its row, from 1
 * @param quantity the effect on hand, signed
 * @param reservedChange the effect on what is promised, signed
 */
public record MovementView(
        UUID id,
        long position,
        MovementType type,
        long quantity,
        long onHandAfter,
        long reservedChange,
        @Nullable String reason,
        @Nullable UUID orderId,
        @Nullable UUID purchaseOrderId,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName,
        Instant createdAt) {}
