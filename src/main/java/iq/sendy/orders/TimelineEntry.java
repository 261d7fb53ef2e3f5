package iq.sendy.orders;

import iq.sendy.kernel.WireWord;
import iq.sendy.platform.audit.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order, in the order it was recorded.
 *
 * @param outcome of the call to the customer that it came of, if it was one
 */
public record TimelineEntry(
        Type type,
        OrderStatus status,
        @Nullable String note,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName,
        @Nullable ConfirmationOutcome outcome,
        Instant occurredAt) {

    /** What kind of thing it is. */
    public enum Type implements WireWord {
        CREATED("created"),
        STATUS("status"),
        ADDRESS("address"),
        ITEMS("items"),
        RETURN("return"),
        CONFIRMATION("confirmation");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static TimelineEntry of(Type type, OrderStatus status, @Nullable String note, Actor actor, Instant occurredAt) {
        return new TimelineEntry(type, status, note, actor.kind(), actor.id(), actor.name(), null, occurredAt);
    }

    /** The same entry as the record of a call to the customer. */
    TimelineEntry with(ConfirmationOutcome heard) {
        return new TimelineEntry(type, status, note, actorKind, actorId, actorName, heard, occurredAt);
    }

    /** What a new order's timeline begins with: a sale that was made without a network began then. */
    public static TimelineEntry first(OrderView order, Actor actor) {
        var sale = order.payment().sale();
        var soldAt = sale == null ? null : sale.soldAt();
        var began = soldAt == null ? order.revision().createdAt() : soldAt;
        return of(Type.CREATED, order.status(), null, actor, began);
    }
}
