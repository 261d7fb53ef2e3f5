package iq.sendy.webhooks;

import iq.sendy.webhooks.model.CircuitBreaker;
import iq.sendy.webhooks.model.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Webhook subscription: who is told of what.
 *
 * @param disabledReason {@code owner}, {@code gone} after a 410, {@code failing} after five days of failures; null while
 *     enabled
 * @param previousSecretExpiresAt until when a replaced secret still signs; null when none does
 */
public record Subscription(
        UUID id,
        SubscriptionDetails details,
        @Nullable String disabledReason,
        CircuitBreaker health,
        @Nullable Instant previousSecretExpiresAt,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What its owner says of it.
     *
     * @param events empty for all types
     */
    public record SubscriptionDetails(
            String url, List<EventType> events, @Nullable String description, boolean enabled) {

        public SubscriptionDetails {
            events = List.copyOf(events);
        }
    }
}
