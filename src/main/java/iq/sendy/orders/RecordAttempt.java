package iq.sendy.orders;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Record a confirmation attempt: the outcome of a call to the customer of a pending order.
 *
 * @param callAgainAt null leaves the order in the list of those to be called, behind the others
 */
public record RecordAttempt(
        ConfirmationOutcome outcome,
        @Nullable String note,
        @Nullable Instant callAgainAt) {

    /** All that can come of recording an attempt. */
    public sealed interface Result {

        record Recorded(OrderDetails order) implements Result {}

        record NoSuchOrder() implements Result {}

        /** The order is no longer pending; {@code allowed} are the steps that it has. */
        @RefusedWith(status = 409, code = "order.status.forbidden")
        record Forbidden(OrderStatus status, Set<OrderStatus> allowed) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return new MoveOrder.Result.Forbidden(status, allowed).violations();
            }
        }
    }
}
