package iq.sendy.identity;

import iq.sendy.identity.store.After;
import iq.sendy.identity.store.MemberStore;
import iq.sendy.identity.store.SignInStore;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.Ids;
import iq.sendy.platform.sql.Together;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hiring, changing and letting go. The owner is not among the staff. */
@Component
class Staffing {

    private final MemberStore members;
    private final Roles roles;
    private final SignInStore signIns;
    private final Recognizing recognizing;
    private final Together together;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Staffing(
            MemberStore members,
            Roles roles,
            SignInStore signIns,
            Recognizing recognizing,
            Together together,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.members = members;
        this.roles = roles;
        this.signIns = signIns;
        this.recognizing = recognizing;
        this.together = together;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<MemberView> list(StoreId store, Paging paging) {
        var found = members.staff(store, After.of(paging), paging.offset(), paging.pageSize() + 1);
        var total = members.countStaff(store);
        together.send(found, total);
        return Page.of(
                paging, found.answer(), total.single(), member -> After.position(member.createdAt(), member.id()));
    }

    @Transactional(readOnly = true)
    public Optional<MemberView> find(StoreId store, UUID member) {
        return members.find(store, member).map(MemberStore.Kept::view).filter(Staffing::staff);
    }

    @Transactional
    public SaveMemberResult save(SaveMember command, @Nullable String passwordHash) {
        return command.member() == null ? hire(command, passwordHash) : change(command, command.member(), passwordHash);
    }

    private SaveMemberResult hire(SaveMember command, @Nullable String passwordHash) {
        var store = command.store();
        var role = roles.hold(store, Objects.requireNonNull(command.role()));
        if (role.isEmpty()) {
            return new SaveMemberResult.NoSuchRole();
        }
        var notHeld = notHeld(role.get(), command.held());
        if (notHeld.isPresent()) {
            return notHeld.get();
        }
        var now = clock.instant();
        var phone = Objects.requireNonNull(command.phone());
        var member = new MemberView(
                ids.next(),
                MemberKind.STAFF,
                Objects.requireNonNull(command.fullName()),
                phone.value(),
                role.get(),
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
        var wanted =
                command.role() == null ? Objects.requireNonNull(before.role()).id() : command.role();
        var role = roles.hold(store, wanted);
        if (role.isEmpty()) {
            return new SaveMemberResult.NoSuchRole();
        }
        // Who sets the password or the phone of somebody could sign in as them: that grants all they hold.
        if (command.role() != null || passwordHash != null || command.phone() != null) {
            var notHeld = notHeld(role.get(), command.held());
            if (notHeld.isPresent()) {
                return notHeld.get();
            }
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
                role.get(),
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
        recognizing.forgetMember(store, id);
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

    /** False when there is no such member of staff. */
    @Transactional
    public boolean dismiss(StoreId store, Actor actor, UUID id) {
        var kept = members.lock(store, id).filter(found -> staff(found.view()));
        if (kept.isEmpty()) {
            return false;
        }
        members.release(kept.get().view().phone(), store);
        members.delete(store, id);
        recognizing.forgetMember(store, id);
        audit.record(
                store,
                actor,
                new Audit.Change("staff.deleted", "staff", id, shown(kept.get().view()), null));
        return true;
    }

    private static Optional<SaveMemberResult> notHeld(RoleView role, Set<String> held) {
        return role.permissions().stream()
                .filter(permission -> !held.contains(permission))
                .<SaveMemberResult>map(SaveMemberResult.NotHeld::new)
                .findFirst();
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
