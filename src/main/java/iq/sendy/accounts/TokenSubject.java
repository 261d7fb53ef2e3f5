package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** Subject of an access token: who it says it is for, and the version of their sign-ins it was made under. */
public record TokenSubject(StoreId store, UUID member, long version) {

    /** Whether the token still holds for its person as they stand now. */
    public boolean holdsFor(MemberView present) {
        return present.active() && present.version() == version;
    }
}
