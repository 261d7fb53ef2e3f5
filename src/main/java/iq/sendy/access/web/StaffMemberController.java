package iq.sendy.access.web;

import iq.sendy.access.Grantor;
import iq.sendy.access.PermissionNotHeld;
import iq.sendy.access.RemoveStaffMember;
import iq.sendy.access.Roles;
import iq.sendy.access.SaveStaffMember;
import iq.sendy.access.StaffMemberView;
import iq.sendy.access.StaffMembers;
import iq.sendy.accounts.PasswordHash;
import iq.sendy.accounts.Passwords;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StaffController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The people who work in a store; its owner is not in the list. */
@StaffController
class StaffMemberController {

    private final StaffMembers staffMembers;
    private final Roles roles;
    private final Passwords passwords;

    StaffMemberController(StaffMembers staffMembers, Roles roles, Passwords passwords) {
        this.staffMembers = staffMembers;
        this.roles = roles;
        this.passwords = passwords;
    }

    @RefusedWith(code = {"password.weak", "role.unknown"})
    record NewMember(
            @Required @Text(Text.NAME) @Example("\"سارة كريم\"")
            String fullName,

            @Required @Example("\"07709876543\"") Phone phone,
            @Required @ReferenceTo("role") UUID roleId,

            @Required @Secret @Example("\"narges-w-yasmin-7\"")
            String password,

            @Nullable Boolean isActive) {}

    @RefusedWith(code = {"password.weak", "role.unknown"})
    record MemberChange(
            @Required @Text(Text.NAME) @Example("\"سارة كريم\"")
            Patch<String> fullName,

            @Required @Example("\"07709876543\"") Patch<Phone> phone,
            @Required @ReferenceTo("role") Patch<UUID> roleId,
            @Required @Secret Patch<String> password,
            Patch<Boolean> isActive) {}

    record MemberBody(
            UUID id,
            String fullName,
            String phone,
            @Nullable UUID roleId,
            @Nullable String roleName,
            boolean isActive) {

        static MemberBody of(StaffMemberView member) {
            return new MemberBody(
                    member.id(),
                    member.fullName(),
                    member.phone(),
                    member.roleId(),
                    member.roleName(),
                    member.active());
        }
    }

    @GetMapping("/staff")
    @Allows(permission = "rbac.manage")
    @Describes("List the store's staff, newest first, without the owner")
    Answer<Page<MemberBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "staff.listed", staffMembers.list(caller.store(), paging).map(MemberBody::of));
    }

    @PostMapping("/staff")
    @Allows(permission = "rbac.manage")
    @Describes(value = "Hire a member of staff with a first password", refuses = SaveStaffMember.Result.class)
    Answer<MemberBody> create(
            @Body Bound<NewMember> bound,
            @Prepared(by = StaffPassword.class) @Nullable PasswordHash password,
            Caller caller,
            HttpServletRequest request) {
        var sent = bound.value();
        password(sent.password(), sent.phone(), bound.problems());
        role(caller.store(), sent.roleId(), bound.problems());
        var body = bound.valid();
        var command = new SaveStaffMember(
                Grantor.of(caller, request.getRemoteAddr()),
                null,
                body.fullName(),
                body.phone(),
                body.roleId(),
                Objects.requireNonNull(password),
                body.isActive());
        return answer(staffMembers.save(command), "staff.created");
    }

    @PutMapping("/staff/{id}")
    @Allows(permission = "rbac.manage")
    @Describes(
            value = "Change a member; a new password or switching off ends every sign-in of theirs",
            refuses = SaveStaffMember.Result.class)
    Answer<MemberBody> update(
            @PathVariable UUID id,
            @Body Bound<MemberChange> bound,
            @Prepared(by = StaffPassword.class) @Nullable PasswordHash password,
            Caller caller,
            HttpServletRequest request) {
        var before = staffMembers.find(caller.store(), id);
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        var sent = bound.value();
        var present = Phone.parse(before.get().phone()).orElse(null);
        password(sent.password().value(), sent.phone().over(present), bound.problems());
        role(caller.store(), sent.roleId().value(), bound.problems());
        var body = bound.valid();
        var command = new SaveStaffMember(
                Grantor.of(caller, request.getRemoteAddr()),
                id,
                body.fullName().value(),
                body.phone().value(),
                body.roleId().value(),
                password,
                body.isActive().over(before.get().active(), true));
        return answer(staffMembers.save(command), "staff.updated");
    }

    @DeleteMapping("/staff/{id}")
    @Allows(permission = "rbac.manage")
    @Describes(
            value = "Let a member go who may do no more than the caller: every sign-in ends, and the phone is free",
            refuses = RemoveStaffMember.Result.class)
    Answer<Void> delete(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        var command = new RemoveStaffMember(Grantor.of(caller, request.getRemoteAddr()), id);
        return switch (staffMembers.remove(command)) {
            case RemoveStaffMember.Removed() -> Answer.ok("staff.deleted", null);
            case RemoveStaffMember.NoSuchMember() -> Answer.notFound();
            case PermissionNotHeld notHeld -> Answer.refused(notHeld);
        };
    }

    private void password(@Nullable String password, @Nullable Phone phone, Violations violations) {
        if (password != null && passwords.weak(password, phone)) {
            violations.add("password", "password.weak");
        }
    }

    private void role(StoreId store, @Nullable UUID role, Violations violations) {
        if (role != null && roles.find(store, role).isEmpty()) {
            violations.add("roleId", "role.unknown");
        }
    }

    private static Answer<MemberBody> answer(SaveStaffMember.Result result, String message) {
        return switch (result) {
            case SaveStaffMember.Saved(var member) -> Answer.ok(message, MemberBody.of(member));
            case SaveStaffMember.NoSuchMember() -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
