package iq.sendy.webhooks;

import iq.sendy.webhooks.model.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription on the wire, in answers and in the test event alike: contract section 15. It never has a secret. */
public record SubscriptionBody(
        UUID id,
        String url,
        List<String> events,
        @Nullable String description,
        boolean isEnabled,
        @Nullable String disabledReason,
        List<String> warnings,
        @Nullable Instant previousSecretExpiresAt,
        Instant createdAt,
        Instant updatedAt) {

    /** The subscription with what its owner is to be warned of now. */
    public static SubscriptionBody of(Subscription subscription, Instant now) {
        var subscriptionDetails = subscription.details();
        return new SubscriptionBody(
                subscription.id(),
                subscriptionDetails.url(),
                subscriptionDetails.events().stream().map(EventType::toString).toList(),
                subscriptionDetails.description(),
                subscriptionDetails.enabled(),
                subscription.disabledReason(),
                subscription.health().warnings(now),
                subscription.previousSecretExpiresAt(),
                subscription.createdAt(),
                subscription.updatedAt());
    }
}
