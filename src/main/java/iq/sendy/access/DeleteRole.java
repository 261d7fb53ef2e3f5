package iq.sendy.access;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Delete a role that nobody has. */
public record DeleteRole(Grantor by, UUID role) {

    /** All that can come of it. */
    public sealed interface Result permits Deleted, NoSuchRole, InUse, PermissionNotHeld {}

    public record Deleted() implements Result {}

    public record NoSuchRole() implements Result {}

    @RefusedWith(status = 409, code = "role.in_use")
    public record InUse() implements Result, Refusal {}
}
