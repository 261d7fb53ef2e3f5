package iq.sendy.purchasing;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Delete a purchase order that is still a draft. */
public record DeletePurchaseOrder(UUID order) {

    /** What can come of it. */
    public sealed interface Result {

        record Deleted() implements Result {}

        record NoSuchOrder() implements Result {}

        /** It was sent; it may be cancelled. */
        @RefusedWith(status = 409, code = "purchase_order.status.forbidden")
        record NoDraft() implements Result, Refusal {}

        /** Expenses name it as what they paid. */
        @RefusedWith(status = 409, code = "purchase_order.in_use")
        record PaidFor() implements Result, Refusal {}
    }
}
