package iq.sendy.webhooks;

import iq.sendy.webhooks.model.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Integration event. Something that integrators are told of.
 *
 * @param sequence the number that the resource gave it
 * @param data the resource's shape as answers have it
 */
public record IntegrationEvent(EventType type, UUID resource, long sequence, Instant at, Object data) {}
