package iq.sendy.returns;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to send back.
 *
 * @param items null for all that no other return holds
 */
public record RequestReturn(
        @Nullable String reason, @Nullable List<Piece> items) {

    public RequestReturn {
        items = items == null ? null : List.copyOf(items);
    }

    /** So many pieces of a line. */
    public record Piece(UUID orderItemId, long quantity) {}

    /** All that can come of asking for a return. */
    public sealed interface Result {

        record Requested(ReturnView request) implements Result {}

        record NoSuchOrder() implements Result {}

        @RefusedWith(code = "return.not_delivered")
        record NotDelivered() implements Result, Refusal {}

        @RefusedWith(codesOf = ReturnError.class)
        record Invalid(List<Violation> violations) implements Result, Refusal {

            public Invalid {
                violations = List.copyOf(violations);
            }
        }

        /** Another one waits to be decided. */
        @RefusedWith(status = 409, code = "return.pending")
        record Pending() implements Result, Refusal {}
    }
}
