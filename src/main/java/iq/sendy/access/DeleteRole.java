package iq.sendy.access;

import java.util.UUID;

/** Delete a role that nobody has. */
public record DeleteRole(Grantor by, UUID role) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Deleted() implements Result {}

    public record NoSuchRole() implements Result {}

    /** The caller does not hold this permission of the role. */
    public record NotHeld(String permission) implements Result {}

    public record InUse() implements Result {}
}
