package iq.sendy.orders;

import java.time.Instant;
import java.util.UUID;

/** Order that a visitor has placed with a phone, as far as it matters for the next one. */
public record OrderOfPhone(UUID id, OrderStatus status, Instant createdAt) {

    /** Whether the shop still has it before it. */
    public boolean open() {
        return switch (status) {
            case PENDING, CONFIRMED, READY -> true;
            case IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED, POSTPONED, REFUSED, RETURNING, RETURNED, CANCELLED -> false;
        };
    }

    public boolean cancelled() {
        return status == OrderStatus.CANCELLED;
    }
}
