package iq.sendy.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contact as messages change it.
 *
 * @param phone one that is proved to be the contact's own; null when none is
 */
public record KnownContact(
        UUID id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable ContactProof proof,
        Instant createdAt) {

    /** A phone that is not the one by which the contact is known proves nothing against that. */
    public KnownContact withPhone(String proved, ContactProof by) {
        return phone != null && proof == ContactProof.SENDER && by != ContactProof.SENDER
                ? this
                : new KnownContact(id, name, proved, by, createdAt);
    }

    public KnownContact withName(String called) {
        return new KnownContact(id, called, phone, proof, createdAt);
    }
}
