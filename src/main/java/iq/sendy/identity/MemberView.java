package iq.sendy.identity;

import iq.sendy.identity.model.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param role the custom role of a member of staff, null for others
 */
public record MemberView(
        UUID id,
        MemberKind kind,
        String fullName,
        String phone,
        @Nullable RoleView role,
        boolean active,
        Instant createdAt) {

    /** Full names of what this person may do; an owner may do everything, an operator nothing inside a store. */
    public List<String> permissions() {
        return switch (kind) {
            case OWNER -> Permission.names();
            case STAFF -> role == null ? List.of() : role.permissions();
            case ADMIN -> List.of();
        };
    }
}
