package iq.sendy.webhooks;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.webhooks.model.SigningSecret;
import java.util.UUID;

/**
 * Command to give a subscription a new signing secret.
 *
 * @param overlapSeconds for how long the one before signs yet, so that a receiver that swaps it loses nothing
 */
public record RotateSecret(UUID subscription, long overlapSeconds) {

    /** What can come of it. */
    public sealed interface Result {

        /** The new secret is shown this once; the subscription says until when the one before still signs. */
        record Rotated(Subscription subscription, SigningSecret secret) implements Result {

            /** The whole of the secret, for the one answer that shows it. */
            public String shownOnce() {
                return secret.text();
            }
        }

        record NoSuchSubscription() implements Result {}

        /** Five secrets sign already. */
        @RefusedWith(status = 409, code = "webhook.secret_limit", field = "overlapSeconds")
        record TooManySecrets() implements Result, Refusal {}
    }
}
