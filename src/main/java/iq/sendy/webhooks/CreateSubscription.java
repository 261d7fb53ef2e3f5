package iq.sendy.webhooks;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.webhooks.model.SigningSecret;

/** Command to subscribe an address to events. */
public record CreateSubscription(Subscription.SubscriptionDetails details) {

    /** What can come of it. */
    public sealed interface Result {

        /** The secret is shown this once. */
        record Created(Subscription subscription, SigningSecret secret) implements Result {

            /** The whole of the secret, for the one answer that shows it. */
            public String shownOnce() {
                return secret.text();
            }
        }

        /** The store has fifty already. */
        @RefusedWith(status = 409, code = "webhook.limit")
        record TooMany() implements Result, Refusal {}
    }
}
