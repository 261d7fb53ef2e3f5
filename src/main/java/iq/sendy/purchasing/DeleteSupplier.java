package iq.sendy.purchasing;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Delete a supplier with whom the shop is even. */
public record DeleteSupplier(UUID supplier) {

    /** What can come of it. */
    public sealed interface Result {

        record Deleted() implements Result {}

        record NoSuchSupplier() implements Result {}

        /** Deleted, it would be in no list, and so would the debt. */
        @RefusedWith(status = 409, code = "supplier.in_use")
        record NotEven() implements Result, Refusal {}
    }
}
