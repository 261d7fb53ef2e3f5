package iq.sendy.orders;

import java.util.List;

/** All that can come of asking for a return. */
public sealed interface AskReturnResult {

    record Requested(ReturnView request) implements AskReturnResult {}

    record NoSuchOrder() implements AskReturnResult {}

    record NotDelivered() implements AskReturnResult {}

    record Invalid(List<Flaw> flaws) implements AskReturnResult {

        public Invalid {
            flaws = List.copyOf(flaws);
        }
    }

    /** Another one waits to be decided. */
    record Pending() implements AskReturnResult {}
}
