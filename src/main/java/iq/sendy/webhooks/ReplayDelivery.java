package iq.sendy.webhooks;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Command to send a delivery again: twelve new attempts, with the same id and bytes. */
public record ReplayDelivery(UUID subscription, UUID delivery) {

    /** What can come of it. */
    public sealed interface Result {

        record Replayed(DeliveryView delivery) implements Result {}

        @RefusedWith(status = 409, code = "delivery.pending")
        record StillPending() implements Result, Refusal {}

        record NoSuchDelivery() implements Result {}
    }
}
