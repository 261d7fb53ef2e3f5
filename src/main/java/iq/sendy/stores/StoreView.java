package iq.sendy.stores;

import iq.sendy.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A store as the platform knows it. */
public record StoreView(
        StoreId id, String name, String slug, @Nullable Instant suspendedAt, Instant createdAt) {

    public boolean suspended() {
        return suspendedAt != null;
    }
}
