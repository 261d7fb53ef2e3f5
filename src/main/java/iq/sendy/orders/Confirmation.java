package iq.sendy.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Confirmation state of an order: how often the desk has called, and what the last call came to.
 *
 * @param callAgainAt when to call again, as it was agreed; null once the order has left {@code Pending}
 */
public record Confirmation(
        long attempts,
        @Nullable ConfirmationOutcome lastOutcome,
        @Nullable Instant lastAt,
        @Nullable Instant callAgainAt) {

    /** Nobody has called yet. */
    public static final Confirmation NONE = new Confirmation(0, null, null, null);
}
