package iq.sendy.inventory;

import java.util.UUID;

/** Delete a warehouse that is empty and not the default. */
public record DeleteWarehouse(UUID warehouse) {

    public sealed interface Result {

        record Deleted() implements Result {}

        record NoSuchWarehouse() implements Result {}

        /** It is the default, or still holds pieces. */
        record InUse() implements Result {}
    }
}
