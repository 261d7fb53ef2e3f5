package iq.sendy.access;

import java.util.UUID;

/** Remove a member of staff, who may do no more than the caller. */
public record RemoveStaffMember(Grantor by, UUID member) {

    /** All that can come of it. */
    public sealed interface Result permits Removed, NoSuchMember, PermissionNotHeld {}

    public record Removed() implements Result {}

    public record NoSuchMember() implements Result {}
}
