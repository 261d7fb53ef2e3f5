package iq.sendy.identity;

import iq.sendy.identity.model.Permission;
import iq.sendy.identity.store.After;
import iq.sendy.identity.store.MemberStore;
import iq.sendy.identity.store.SignInStore;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff members. Hiring, changing and letting go. The owner is not among the staff. Who changes somebody must hold all
 * that they hold before and after: whoever sets a password could sign in with it, and whoever gives a weaker role first
 * could then set it.
 */
@Component
class StaffMembers {

    private final MemberStore members;
    private final Roles roles;
    private final SignInStore signIns;
    private final CredentialCache credentialCache;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    StaffMembers(
            MemberStore members,
            Roles roles,
            SignInStore signIns,
            CredentialCache credentialCache,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.members = members;
        this.roles = roles;
        this.signIns = signIns;
        this.credentialCache = credentialCache;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<MemberView> list(StoreId store, Paging paging) {
        var found = members.staff(store, After.of(paging), paging.offset(), paging.pageSize() + 1);
        var total = members.countStaff(store);
        pipeline.send(found, total);
        return Page.of(
                paging, found.answer(), total.single(), member -> After.position(member.createdAt(), member.id()));
    }

    @Transactional(readOnly = true)
    public Optional<MemberView> find(StoreId store, UUID member) {
        return members.find(store, member).map(MemberStore.Kept::view).filter(StaffMembers::staff);
    }

    @Transactional
    public SaveMemberResult save(SaveMember command, @Nullable String passwordHash) {
        return command.member() == null ? hire(command, passwordHash) : change(command, command.member(), passwordHash);
    }

    private SaveMemberResult hire(SaveMember command, @Nullable String passwordHash) {
        var store = command.store();
        var wanted = Objects.requireNonNull(command.role());
        var role = roles.hold(store, Set.of(wanted)).get(wanted);
        if (role == null) {
            return new SaveMemberResult.NoSuchRole();
        }
        var missing = Permission.missing(role.permissions(), command.held());
        if (missing.isPresent()) {
            return new SaveMemberResult.NotHeld(missing.get());
        }
        var now = clock.instant();
        var phone = Objects.requireNonNull(command.phone());
        var member = new MemberView(
                uuidGenerator.next(),
                MemberKind.STAFF,
                Objects.requireNonNull(command.fullName()),
                phone.value(),
                role,
                !Boolean.FALSE.equals(command.active()),
                now);
        if (!members.claim(phone, store, member.id())) {
            return new SaveMemberResult.PhoneTaken();
        }
        members.insert(store, member, Objects.requireNonNull(passwordHash), now);
        audit.record(
                store, command.actor(), new Audit.Change("staff.created", "staff", member.id(), null, shown(member)));
        return new SaveMemberResult.Saved(member);
    }

    private SaveMemberResult change(SaveMember command, UUID id, @Nullable String passwordHash) {
        var store = command.store();
        var kept = members.lock(store, id).filter(found -> staff(found.view()));
        if (kept.isEmpty()) {
            return new SaveMemberResult.NoSuchMember();
        }
        var before = kept.get().view();
        var present = Objects.requireNonNull(before.role()).id();
        var wanted = command.role() == null ? present : command.role();
        var held = roles.hold(store, new HashSet<>(List.of(present, wanted)));
        var role = held.get(wanted);
        if (role == null) {
            return new SaveMemberResult.NoSuchRole();
        }
        var missing = missing(held, wanted, present, command.held());
        if (missing.isPresent()) {
            return new SaveMemberResult.NotHeld(missing.get());
        }
        var phone = command.phone();
        if (phone != null && !phone.value().equals(before.phone()) && !move(store, before, phone)) {
            return new SaveMemberResult.PhoneTaken();
        }
        var member = new MemberView(
                id,
                MemberKind.STAFF,
                command.fullName() == null ? before.fullName() : command.fullName(),
                phone == null ? before.phone() : phone.value(),
                role,
                command.active() == null ? before.active() : command.active(),
                before.createdAt());
        var ends = passwordHash != null || !member.active();
        var now = clock.instant();
        members.update(
                store,
                member,
                passwordHash == null ? kept.get().passwordHash() : passwordHash,
                kept.get().version() + (ends ? 1 : 0),
                now);
        if (ends) {
            signIns.endThoseOf(store, id, now);
        }
        credentialCache.forgetMember(store, id);
        var after = shown(member);
        if (passwordHash != null) {
            after.put("password", "set");
        }
        audit.record(store, command.actor(), new Audit.Change("staff.updated", "staff", id, shown(before), after));
        return new SaveMemberResult.Saved(member);
    }

    private boolean move(StoreId store, MemberView member, Phone phone) {
        if (!members.claim(phone, store, member.id())) {
            return false;
        }
        members.release(member.phone(), store);
        return true;
    }

    @Transactional
    public RemoveMember.Result dismiss(RemoveMember command) {
        var store = command.store();
        var id = command.member();
        var kept = members.lock(store, id).filter(found -> staff(found.view()));
        if (kept.isEmpty()) {
            return new RemoveMember.NoSuchMember();
        }
        var present = Objects.requireNonNull(kept.get().view().role()).id();
        var missing = missing(roles.hold(store, Set.of(present)), present, present, command.held());
        if (missing.isPresent()) {
            return new RemoveMember.NotHeld(missing.get());
        }
        members.release(kept.get().view().phone(), store);
        members.delete(store, id);
        credentialCache.forgetMember(store, id);
        audit.record(
                store,
                command.actor(),
                new Audit.Change("staff.deleted", "staff", id, shown(kept.get().view()), null));
        return new RemoveMember.Dismissed();
    }

    /** What the caller lacks of the role that a member gets or of the one that the member has. */
    private static Optional<String> missing(Map<UUID, RoleView> roles, UUID after, UUID before, Set<String> held) {
        for (var id : List.of(after, before)) {
            var role = roles.get(id);
            var missing = role == null ? Optional.<String>empty() : Permission.missing(role.permissions(), held);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static boolean staff(MemberView member) {
        return member.kind() == MemberKind.STAFF;
    }

    private static Map<String, Object> shown(MemberView member) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("fullName", member.fullName());
        shown.put("phone", member.phone());
        var role = member.role();
        if (role != null) {
            shown.put("roleId", role.id());
            shown.put("roleName", role.name());
        }
        shown.put("isActive", member.active());
        return shown;
    }
}
