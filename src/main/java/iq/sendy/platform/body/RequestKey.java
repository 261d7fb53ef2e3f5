package iq.sendy.platform.body;

import iq.sendy.kernel.Bytes;

/**
 * Identity of a request that may come again: what a {@link Preparation} with an effect of its own outside claims, since it
 * works before the {@code Idempotency-Key} is claimed.
 *
 * @param digest of the credential and its key, the same for every repeat
 * @param fingerprint of the request as a whole; another one under the same digest is another request
 */
public record RequestKey(Bytes digest, Bytes fingerprint) {}
