package iq.sendy.pricing.store;

import iq.sendy.platform.api.Paging;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last row of the page before, in a list by age; both are null at the beginning. */
record After(@Nullable Instant at, @Nullable UUID id) {

    /** What a cursor of ours holds; it was signed, so it can be read. */
    static After of(Paging paging) {
        var cursor = paging.cursor();
        if (cursor == null) {
            return new After(null, null);
        }
        var cut = cursor.indexOf('_');
        return new After(
                Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, cut))),
                UUID.fromString(cursor.substring(cut + 1)));
    }

    static String position(Instant at, UUID id) {
        return at.toEpochMilli() + "_" + id;
    }
}
