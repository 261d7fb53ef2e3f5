package iq.sendy.orders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an order, in the order it was recorded. */
public record TimelineEntry(
        String type,
        OrderStatus status,
        @Nullable String note,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName,
        Instant occurredAt) {}
