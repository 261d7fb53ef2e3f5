package iq.sendy.webhooks;

import iq.sendy.webhooks.model.CircuitBreaker;
import iq.sendy.webhooks.model.EventType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Webhook subscription: who is told of what.
 *
 * @param disabledReason {@code owner}, {@code gone} after a 410, {@code failing} after five days of failures; null while
 *     enabled
 * @param previousSecretExpiresAt until when the secret that was replaced last still signs; null when it does not
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

        /** One of events that are named by the contract's words; what is none is left out. */
        public static SubscriptionDetails of(
                String url, List<String> words, @Nullable String description, boolean enabled) {
            var events = words.stream()
                    .flatMap(word -> EventType.of(word).stream())
                    .distinct()
                    .toList();
            return new SubscriptionDetails(url, events, description, enabled);
        }

        /** The contract's words of its events. */
        public List<String> words() {
            return events.stream().map(EventType::toString).toList();
        }

        /** The same, sent to or not. */
        public SubscriptionDetails with(boolean sent) {
            return new SubscriptionDetails(url, events, description, sent);
        }
    }

    /** The words of all events that one can subscribe to. */
    public static List<String> offered() {
        return Arrays.stream(EventType.values())
                .filter(type -> type != EventType.WEBHOOK_TEST)
                .map(EventType::toString)
                .toList();
    }
}
