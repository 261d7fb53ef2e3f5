package iq.sendy.access;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import java.util.UUID;

/** Delete a role that nobody has. */
public record DeleteRole(Grantor by, UUID role) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Deleted() implements Result {}

    public record NoSuchRole() implements Result {}

    /** The caller does not hold this permission of the role. */
    @RefusedWith(status = 403, code = "permission.missing")
    public record NotHeld(String permission) implements Result, Refusal {

        @Override
        public List<Violation> violations() {
            return List.of(Violation.of("permission.missing", permission));
        }
    }

    @RefusedWith(status = 409, code = "role.in_use")
    public record InUse() implements Result, Refusal {}
}
