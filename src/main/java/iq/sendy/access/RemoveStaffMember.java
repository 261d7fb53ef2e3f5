package iq.sendy.access;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;
import java.util.UUID;

/** Remove a member of staff, who may do no more than the caller. */
public record RemoveStaffMember(Grantor by, UUID member) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Removed() implements Result {}

    public record NoSuchMember() implements Result {}

    /** The caller does not hold this permission of the member's role. */
    @RefusedWith(status = 403, code = "permission.missing")
    public record NotHeld(String permission) implements Result, Refusal {

        @Override
        public List<Violation> violations() {
            return List.of(Violation.of("permission.missing", permission));
        }
    }
}
