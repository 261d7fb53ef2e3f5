package iq.sendy.access;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.audit.Actor;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guard against privilege escalation: who changes what others may do. Nobody grants, or takes from somebody, what they do
 * not hold themselves.
 *
 * @param held full names of what they may do
 */
public record Grantor(StoreId store, Actor actor, Set<String> held) {

    public Grantor {
        held = Set.copyOf(held);
    }

    public static Grantor of(Caller caller, @Nullable String ip) {
        return new Grantor(caller.store(), Actor.of(caller, ip), caller.rights());
    }

    /** The first of these permissions that they do not hold. */
    Optional<String> lacks(Collection<String> permissions) {
        return Permission.missing(permissions, held);
    }
}
