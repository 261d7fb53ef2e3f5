package iq.sendy.stores;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store on the wire, as operators see it: whoever lists, changes or opens stores answers it. */
public record StoreDescription(
        UUID id,
        String name,
        String slug,
        boolean isSuspended,
        @Nullable Instant suspendedAt,
        Instant createdAt) {

    public static StoreDescription of(StoreView store) {
        return new StoreDescription(
                store.id().value(),
                store.name(),
                store.slug(),
                store.suspended(),
                store.suspendedAt(),
                store.createdAt());
    }
}
