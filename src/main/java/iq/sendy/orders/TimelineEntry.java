package iq.sendy.orders;

import iq.sendy.platform.audit.Actor;
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
        Instant occurredAt) {

    /** What a new order's timeline begins with. */
    public static TimelineEntry first(OrderView order, Actor actor) {
        return new TimelineEntry(
                "created", OrderStatus.PENDING, null, actor.kind(), actor.id(), actor.name(), order.createdAt());
    }
}
