package iq.sendy.identity;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Make or change a role.
 *
 * @param role null makes a new one
 * @param name null keeps the present one
 * @param permissions full names; null keeps the present ones
 * @param held what the caller may do: nobody grants what they do not hold
 */
public record SaveRole(
        StoreId store,
        Actor actor,
        Set<String> held,
        @Nullable UUID role,
        @Nullable String name,
        @Nullable List<String> permissions) {}
