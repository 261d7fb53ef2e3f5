package iq.sendy.access;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Make or change a role.
 *
 * @param role null makes a new one
 * @param name null keeps the present one
 * @param permissions full names; null keeps the present ones
 */
public record SaveRole(
        Grantor by,
        @Nullable UUID role,
        @Nullable String name,
        @Nullable List<String> permissions) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Saved(RoleView role) implements Result {}

    public record NoSuchRole() implements Result {}

    /** The caller does not hold this permission. */
    @RefusedWith(status = 403, code = "permission.missing")
    public record NotHeld(String permission) implements Result, Refusal {

        @Override
        public List<Violation> violations() {
            return List.of(Violation.of("permission.missing", permission));
        }
    }

    @RefusedWith(status = 409, code = "role.name_taken", field = "name")
    public record NameTaken() implements Result, Refusal {}
}
