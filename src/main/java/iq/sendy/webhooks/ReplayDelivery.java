package iq.sendy.webhooks;

import java.util.UUID;

/** Command to send a delivery again: twelve new attempts, with the same id and bytes. */
public record ReplayDelivery(UUID subscription, UUID delivery) {

    /** What can come of it. */
    public sealed interface Result {

        record Replayed(DeliveryView delivery) implements Result {}

        record StillPending() implements Result {}

        record NoSuchDelivery() implements Result {}
    }
}
