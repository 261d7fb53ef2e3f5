package iq.sendy.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A store's own role: a name for a set of permissions, in full names. */
public record RoleView(UUID id, String name, List<String> permissions, Instant createdAt) {

    public RoleView {
        permissions = List.copyOf(permissions);
    }

    /** Whether it is what this makes. */
    boolean isOf(SaveRole command) {
        return name.equals(command.name())
                && command.permissions() != null
                && Set.copyOf(permissions).equals(Set.copyOf(command.permissions()));
    }
}
