package iq.sendy.access;

import iq.sendy.accounts.MemberView;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff with their role.
 *
 * @param roleName null when the role is gone since the member was read
 */
public record StaffMemberView(
        UUID id,
        String fullName,
        String phone,
        UUID roleId,
        @Nullable String roleName,
        boolean active) {

    static StaffMemberView of(MemberView member, @Nullable RoleView role) {
        return new StaffMemberView(
                member.id(),
                member.fullName(),
                member.phone(),
                Objects.requireNonNull(member.roleId()),
                role == null ? null : role.name(),
                member.active());
    }
}
