package iq.sendy.webhooks;

/** What can come of sending a delivery once more. */
public sealed interface ReplayResult {

    record Replayed(DeliveryView delivery) implements ReplayResult {}

    record StillPending() implements ReplayResult {}

    record NoSuchDelivery() implements ReplayResult {}
}
