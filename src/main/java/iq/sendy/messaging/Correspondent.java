package iq.sendy.messaging;

import iq.sendy.meta.Identity;
import java.time.Instant;
import java.util.List;

/**
 * Customer at the other side of something that Meta told, by the names that stood there.
 *
 * @param at when it happened: a name may be somebody else's before and after
 * @param isIntroduced whether a contact is made of one whom the store does not know
 */
public record Correspondent(List<Identity> identities, Instant at, boolean isIntroduced) {

    public Correspondent {
        identities = List.copyOf(identities);
    }
}
