package iq.sendy.webhooks.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is delivered.
 *
 * @param data the resource's shape as answers have it
 */
public record EventBody(
        @JsonProperty("event_id") String eventId,
        @JsonProperty("event_type") String eventType,
        @JsonProperty("occurred_at") Instant occurredAt,
        @JsonProperty("store_id") UUID storeId,
        Resource resource,
        Object data) {

    /** What begins an event's id on the wire. */
    public static final String ID_PREFIX = "evt_";

    /**
     * What it is about.
     *
     * @param sequence grows by one with each event of the resource
     */
    public record Resource(String type, UUID id, long sequence) {}

    public static String wireId(UUID event) {
        return ID_PREFIX + event;
    }
}
