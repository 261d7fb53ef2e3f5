package iq.sendy.inventory;

import iq.sendy.platform.audit.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cause of stock movements: who moves stock, when and for what, whichever rows it changes.
 *
 * @param batch the id of all movements that one statement writes; theirs are made of it
 */
public record MovementCause(
        UUID batch,
        @Nullable UUID order,
        @Nullable UUID purchaseOrder,
        @Nullable String reason,
        Actor actor,
        Instant at) {}
