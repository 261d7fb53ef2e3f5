package iq.sendy.returns;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of a return. */
public sealed interface MoveReturn {

    ReturnStatus to();

    record Approve(@Nullable String note) implements MoveReturn {

        @Override
        public ReturnStatus to() {
            return ReturnStatus.APPROVED;
        }
    }

    record Reject(@Nullable String note) implements MoveReturn {

        @Override
        public ReturnStatus to() {
            return ReturnStatus.REJECTED;
        }
    }

    /**
     * The goods have come.
     *
     * @param items null when all came back good; a line that is not in it did not come
     * @param drawer the cashier session that pays back what was sold for cash; null takes what is open
     */
    record Complete(@Nullable List<Arrival> items, @Nullable UUID drawer) implements MoveReturn {

        public Complete(@Nullable List<Arrival> items) {
            this(items, null);
        }

        public Complete {
            items = items == null ? null : List.copyOf(items);
        }

        @Override
        public ReturnStatus to() {
            return ReturnStatus.COMPLETED;
        }
    }

    /** What came of a line: good pieces for the shelf, and damaged ones. */
    record Arrival(UUID orderItemId, long restock, long damaged) {}

    /** All that can come of a step of a return. */
    sealed interface Result {

        record Moved(ReturnView request) implements Result {}

        record NoSuchReturn() implements Result {}

        @RefusedWith(codesOf = ReturnError.class, code = "cashier_session.unknown")
        record Invalid(List<Violation> violations) implements Result, Refusal {

            public Invalid {
                violations = List.copyOf(violations);
            }
        }

        /** The session that was to pay back was counted. */
        @RefusedWith(status = 409, code = "cashier.session_closed", field = "cashierSessionId")
        record SessionClosed() implements Result, Refusal {}

        /** Good pieces that are more than a row of stock holds. */
        @RefusedWith(code = "field.out_of_range", field = "items")
        record NoRoom(String sku, long room) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.at("items", "field.out_of_range", "0", Long.toString(room))
                        .with("sku", sku));
            }
        }

        /** There is no such step from here; {@code allowed} are those that there are. */
        @RefusedWith(status = 409, code = "return.status.forbidden")
        record Forbidden(ReturnStatus from, Set<ReturnStatus> allowed) implements Result, Refusal {

            public Forbidden {
                allowed = Set.copyOf(allowed);
            }

            @Override
            public List<Violation> violations() {
                var words =
                        allowed.stream().map(ReturnStatus::toString).sorted().toList();
                var shown = words.isEmpty() ? "-" : String.join(", ", words);
                return List.of(Violation.of("return.status.forbidden", from.toString(), shown)
                        .with("allowed", words));
            }
        }
    }
}
