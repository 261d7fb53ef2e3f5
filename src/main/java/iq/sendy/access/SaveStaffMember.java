package iq.sendy.access;

import iq.sendy.accounts.PasswordHash;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hire a member of staff or change one. What is null keeps its value; hiring wants all. It prints without the password.
 *
 * @param member null hires a new one
 */
public record SaveStaffMember(
        Grantor by,
        @Nullable UUID member,
        @Nullable String fullName,
        @Nullable Phone phone,
        @Nullable UUID role,
        @Nullable PasswordHash password,
        @Nullable Boolean active) {

    @Override
    public String toString() {
        return "save member " + member;
    }

    /** All that can come of it. */
    public sealed interface Result
            permits Saved, NoSuchMember, NoSuchRole, StaffLimitReached, PhoneTaken, PermissionNotHeld {}

    public record Saved(StaffMemberView member) implements Result {}

    public record NoSuchMember() implements Result {}

    @RefusedWith(code = "role.unknown", field = "roleId")
    public record NoSuchRole() implements Result, Refusal {}

    /** The plan allows no more of them to sign in. */
    @RefusedWith(status = 409, code = "plan.staff_limit")
    public record StaffLimitReached() implements Result, Refusal {}

    @RefusedWith(status = 409, code = "phone.taken", field = "phone")
    public record PhoneTaken() implements Result, Refusal {}
}
