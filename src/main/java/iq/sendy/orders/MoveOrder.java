package iq.sendy.orders;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Move an order to a status; {@code occurredAt} null means now. */
public record MoveOrder(
        OrderStatus status, @Nullable String note, @Nullable Instant occurredAt) {

    /** All that can come of moving an order along its machine, or cancelling it. */
    public sealed interface Result {

        record Moved(OrderDetails order) implements Result {}

        record NoSuchOrder() implements Result {}

        /** The machine has no such step; {@code allowed} are the ones it has. */
        @RefusedWith(status = 409, code = "order.status.forbidden")
        record Forbidden(OrderStatus from, Set<OrderStatus> allowed) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                var words = allowed.stream().map(OrderStatus::toString).toList();
                var shown = words.isEmpty() ? "-" : String.join(", ", words);
                return List.of(Violation.of("order.status.forbidden", from.toString(), shown)
                        .with("allowed", words));
            }
        }
    }
}
