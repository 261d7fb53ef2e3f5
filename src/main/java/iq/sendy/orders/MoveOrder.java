package iq.sendy.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Move an order to a status; {@code occurredAt} null means now. */
public record MoveOrder(
        OrderStatus status, @Nullable String note, @Nullable Instant occurredAt) {}
