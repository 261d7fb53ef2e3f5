package iq.sendy.access;

import iq.sendy.accounts.Accounts;
import iq.sendy.accounts.AddStaff;
import iq.sendy.accounts.ChangeStaff;
import iq.sendy.accounts.MemberKind;
import iq.sendy.accounts.MemberView;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.tenancy.WriteConflict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff members: hiring, changing and removing them. The owner is not among the staff. Who changes somebody must hold all
 * that they hold before and after: whoever sets a password could sign in with it, and whoever gives a weaker role first
 * could then set it.
 */
@Service
public class StaffMembers {

    private static final String TYPE = "staff";

    private final Accounts accounts;
    private final Roles roles;
    private final StaffSeats seats;
    private final CredentialCache credentialCache;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;

    StaffMembers(
            Accounts accounts,
            Roles roles,
            StaffSeats seats,
            CredentialCache credentialCache,
            Audit audit,
            UuidGenerator uuidGenerator) {
        this.accounts = accounts;
        this.roles = roles;
        this.seats = seats;
        this.credentialCache = credentialCache;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<StaffMemberView> list(StoreId store, Paging paging) {
        var staff = accounts.staff(store, paging);
        var named = roles.find(
                store, staff.items().stream().map(StaffMembers::roleOf).collect(Collectors.toSet()));
        return staff.map(member -> StaffMemberView.of(member, named.get(roleOf(member))));
    }

    @Transactional(readOnly = true)
    public Optional<StaffMemberView> find(StoreId store, UUID member) {
        return accounts.find(store, member)
                .filter(StaffMembers::isStaff)
                .map(found -> StaffMemberView.of(
                        found, roles.find(store, roleOf(found)).orElse(null)));
    }

    @Transactional
    public SaveStaffMember.Result save(SaveStaffMember command) {
        return command.member() == null ? hire(command, uuidGenerator.next()) : change(command, command.member());
    }

    /**
     * As {@link #save} of a new one, under an id that its form was given: however often that is sent, one is there, with
     * the password that was sent last. What was sent otherwise under that id, as after going back to the form, is another
     * member.
     */
    @Transactional
    public SaveStaffMember.Result hireOnce(UUID id, SaveStaffMember command) {
        var store = command.by().store();
        var made = accounts.find(store, id);
        if (made.isPresent()) {
            return isOf(command, made.get()) ? change(command, id) : save(command);
        }
        var result = WriteConflict.onDuplicateKey("the same form", () -> hire(command, id));
        if (result instanceof Refusal && accounts.find(store, id).isPresent()) {
            throw new WriteConflict("the same form");
        }
        return result;
    }

    private static boolean isOf(SaveStaffMember command, MemberView member) {
        return isStaff(member)
                && member.fullName().equals(command.fullName())
                && Phone.parse(member.phone()).equals(Optional.ofNullable(command.phone()))
                && roleOf(member).equals(command.role())
                && member.active() == !Boolean.FALSE.equals(command.active());
    }

    private SaveStaffMember.Result hire(SaveStaffMember command, UUID id) {
        var store = command.by().store();
        var wanted = Objects.requireNonNull(command.role());
        var role = roles.hold(store, Set.of(wanted)).get(wanted);
        if (role == null) {
            return new SaveStaffMember.NoSuchRole();
        }
        var missing = command.by().lacks(role.permissions());
        if (missing.isPresent()) {
            return new PermissionNotHeld(missing.get());
        }
        var active = !Boolean.FALSE.equals(command.active());
        if (active && seats.allTaken(store)) {
            return new SaveStaffMember.StaffLimitReached();
        }
        var added = accounts.add(new AddStaff(
                store,
                id,
                Objects.requireNonNull(command.fullName()),
                Objects.requireNonNull(command.phone()),
                wanted,
                Objects.requireNonNull(command.password()),
                active));
        return switch (added) {
            case AddStaff.Added(var member) -> {
                record(command.by(), Change.created(TYPE, member.id(), shown(member, role)));
                yield new SaveStaffMember.Saved(StaffMemberView.of(member, role));
            }
            case AddStaff.PhoneTaken() -> new SaveStaffMember.PhoneTaken();
        };
    }

    private SaveStaffMember.Result change(SaveStaffMember command, UUID id) {
        var store = command.by().store();
        var locked = accounts.lock(store, id).filter(StaffMembers::isStaff);
        if (locked.isEmpty()) {
            return new SaveStaffMember.NoSuchMember();
        }
        var before = locked.get();
        var present = roleOf(before);
        var wanted = Objects.requireNonNullElse(command.role(), present);
        var held = roles.hold(store, new HashSet<>(List.of(present, wanted)));
        var role = held.get(wanted);
        if (role == null) {
            return new SaveStaffMember.NoSuchRole();
        }
        var missing = missing(command.by(), role, held.get(present));
        if (missing.isPresent()) {
            return new PermissionNotHeld(missing.get());
        }
        if (Boolean.TRUE.equals(command.active()) && !before.active() && seats.allTaken(store)) {
            return new SaveStaffMember.StaffLimitReached();
        }
        var password = command.password();
        var changed = accounts.change(new ChangeStaff(
                store, before, command.fullName(), command.phone(), wanted, password, command.active()));
        return switch (changed) {
            case ChangeStaff.Changed(var member) -> {
                credentialCache.forgetMember(store, id);
                var after = shown(member, role);
                if (password != null) {
                    after.put("password", "set");
                }
                record(command.by(), Change.updated(TYPE, id, shown(before, held.get(present)), after));
                yield new SaveStaffMember.Saved(StaffMemberView.of(member, role));
            }
            case ChangeStaff.PhoneTaken() -> new SaveStaffMember.PhoneTaken();
        };
    }

    /** Every sign-in of theirs ends, and their phone is free. */
    @Transactional
    public RemoveStaffMember.Result remove(RemoveStaffMember command) {
        var store = command.by().store();
        var id = command.member();
        var locked = accounts.lock(store, id).filter(StaffMembers::isStaff);
        if (locked.isEmpty()) {
            return new RemoveStaffMember.NoSuchMember();
        }
        var member = locked.get();
        var role = roles.hold(store, Set.of(roleOf(member))).get(roleOf(member));
        var missing = missing(command.by(), role);
        if (missing.isPresent()) {
            return new PermissionNotHeld(missing.get());
        }
        accounts.remove(store, member);
        credentialCache.forgetMember(store, id);
        record(command.by(), Change.deleted(TYPE, id, shown(member, role)));
        return new RemoveStaffMember.Removed();
    }

    /** What the caller lacks of the roles that a member gets and has. */
    private static Optional<String> missing(Grantor by, @Nullable RoleView... roles) {
        for (var role : roles) {
            var missing = role == null ? Optional.<String>empty() : by.lacks(role.permissions());
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static boolean isStaff(MemberView member) {
        return member.kind() == MemberKind.STAFF;
    }

    private static UUID roleOf(MemberView member) {
        return Objects.requireNonNull(member.roleId());
    }

    private void record(Grantor by, Change change) {
        audit.record(by.store(), by.actor(), change);
    }

    private static Map<String, Object> shown(MemberView member, @Nullable RoleView role) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("fullName", member.fullName());
        shown.put("phone", member.phone());
        if (role != null) {
            shown.put("roleId", role.id());
            shown.put("roleName", role.name());
        }
        shown.put("isActive", member.active());
        return shown;
    }
}
