package iq.sendy.orders;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Change where an order goes.
 *
 * @param placeGiven whether coordinates were given at all; left out they stay
 * @param place null with {@code placeGiven} clears them
 */
public record ChangeAddress(
        String customerAddress,
        boolean placeGiven,
        @Nullable GeoPoint place) {

    /** All that can come of changing where an order goes. */
    public sealed interface Result {

        record Changed(OrderDetails order) implements Result {}

        record NoSuchOrder() implements Result {}

        /** It has been handed to a courier, or was cancelled. */
        @RefusedWith(status = 409, code = "order.closed")
        record Closed(OrderStatus status) implements Result, Refusal {

            @Override
            public List<Violation> violations() {
                return List.of(Violation.of("order.closed", status.toString()).with("status", status.toString()));
            }
        }
    }
}
