package iq.sendy.inventory;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Delete a warehouse that is empty and not the default. */
public record DeleteWarehouse(UUID warehouse) {

    /** What can come of it. */
    public sealed interface Result {

        record Deleted() implements Result {}

        record NoSuchWarehouse() implements Result {}

        /** It is the default, or still holds pieces. */
        @RefusedWith(status = 409, code = "warehouse.in_use")
        record InUse() implements Result, Refusal {}
    }
}
