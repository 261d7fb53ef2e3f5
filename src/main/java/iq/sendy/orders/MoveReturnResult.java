package iq.sendy.orders;

import java.util.List;
import java.util.Set;

/** All that can come of a step of a return. */
public sealed interface MoveReturnResult {

    record Moved(ReturnView request) implements MoveReturnResult {}

    record NoSuchReturn() implements MoveReturnResult {}

    record Invalid(List<OrderViolation> flaws) implements MoveReturnResult {

        public Invalid {
            flaws = List.copyOf(flaws);
        }
    }

    /** There is no such step from here; {@code allowed} are those that there are. */
    record Forbidden(ReturnStatus from, Set<ReturnStatus> allowed) implements MoveReturnResult {

        public Forbidden {
            allowed = Set.copyOf(allowed);
        }
    }
}
