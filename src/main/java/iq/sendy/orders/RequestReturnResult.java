package iq.sendy.orders;

import java.util.List;

/** All that can come of asking for a return. */
public sealed interface RequestReturnResult {

    record Requested(ReturnView request) implements RequestReturnResult {}

    record NoSuchOrder() implements RequestReturnResult {}

    record NotDelivered() implements RequestReturnResult {}

    record Invalid(List<OrderViolation> flaws) implements RequestReturnResult {

        public Invalid {
            flaws = List.copyOf(flaws);
        }
    }

    /** Another one waits to be decided. */
    record Pending() implements RequestReturnResult {}
}
