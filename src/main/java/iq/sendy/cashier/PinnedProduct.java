package iq.sendy.cashier;

import java.time.Instant;
import java.util.UUID;

/** Pinned product: one that a shop wants at hand at its counter, and where it stands among them. */
public record PinnedProduct(UUID id, UUID productId, long sortOrder, Instant createdAt) {

    /** So many fit on the first page of a register. */
    public static final int MOST = 30;

    PinnedProduct at(long place) {
        return new PinnedProduct(id, productId, place, createdAt);
    }
}
