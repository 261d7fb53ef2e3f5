package iq.sendy.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a subscription.
 *
 * @param nextAttemptAt null when nothing waits, or waits for a disabled subscription
 */
public record DeliveryView(
        UUID id,
        UUID eventId,
        String eventType,
        DeliveryStatus status,
        List<Attempt> attempts,
        @Nullable Instant nextAttemptAt) {

    public DeliveryView {
        attempts = List.copyOf(attempts);
    }

    /**
     * One try.
     *
     * @param errorClass null after a 2xx
     */
    public record Attempt(
            int number,
            Instant at,
            @Nullable Integer statusCode,
            @Nullable Long latencyMs,
            @Nullable String errorClass,
            @Nullable String bodyHead) {}
}
