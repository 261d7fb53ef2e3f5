package iq.sendy.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A store's own role: a name for a set of permissions, in full names. */
public record RoleView(UUID id, String name, List<String> permissions, Instant createdAt) {

    public RoleView {
        permissions = List.copyOf(permissions);
    }
}
