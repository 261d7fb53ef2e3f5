package iq.sendy.webhooks;

import iq.sendy.webhooks.model.SigningSecret;

/** What can come of a new secret. */
public sealed interface RotateSecretResult {

    /** The new secret is shown this once; the subscription says until when the one before still signs. */
    record Rotated(Subscription subscription, SigningSecret secret) implements RotateSecretResult {}

    record NoSuchSubscription() implements RotateSecretResult {}

    /** Five secrets sign already. */
    record TooManySecrets() implements RotateSecretResult {}
}
