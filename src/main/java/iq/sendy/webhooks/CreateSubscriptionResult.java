package iq.sendy.webhooks;

import iq.sendy.webhooks.model.SigningSecret;

/** What can come of subscribing. */
public sealed interface CreateSubscriptionResult {

    /** The secret is shown this once. */
    record Created(Subscription subscription, SigningSecret secret) implements CreateSubscriptionResult {}

    /** The store has fifty already. */
    record TooMany() implements CreateSubscriptionResult {}
}
