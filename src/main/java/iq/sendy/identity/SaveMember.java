package iq.sendy.identity;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hire a member of staff or change one. What is null keeps its value; hiring wants all. It prints without the password.
 *
 * @param member null hires a new one
 * @param held what the caller may do: nobody grants what they do not hold
 */
public record SaveMember(
        StoreId store,
        Actor actor,
        Set<String> held,
        @Nullable UUID member,
        @Nullable String fullName,
        @Nullable Phone phone,
        @Nullable UUID role,
        @Nullable PasswordHash password,
        @Nullable Boolean active) {

    @Override
    public String toString() {
        return "save member " + member;
    }
}
