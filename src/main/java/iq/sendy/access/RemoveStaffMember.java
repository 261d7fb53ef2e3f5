package iq.sendy.access;

import java.util.UUID;

/** Remove a member of staff, who may do no more than the caller. */
public record RemoveStaffMember(Grantor by, UUID member) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Removed() implements Result {}

    public record NoSuchMember() implements Result {}

    /** The caller does not hold this permission of the member's role. */
    public record NotHeld(String permission) implements Result {}
}
