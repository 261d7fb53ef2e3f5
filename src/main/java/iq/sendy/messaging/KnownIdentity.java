package iq.sendy.messaging;

import iq.sendy.meta.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a contact that the store knows.
 *
 * @param withdrawnAt since when it proves nothing about the contact; null while it does
 */
public record KnownIdentity(
        Identity identity, KnownContact contact, @Nullable Instant withdrawnAt) {

    /** Whether who used it at that moment is the contact. */
    public boolean holdsAt(Instant moment) {
        return withdrawnAt == null || !moment.isAfter(withdrawnAt);
    }
}
