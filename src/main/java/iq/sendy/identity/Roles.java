package iq.sendy.identity;

import iq.sendy.identity.model.Permission;
import iq.sendy.identity.store.After;
import iq.sendy.identity.store.MemberStore;
import iq.sendy.identity.store.RoleStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A store's own roles. Who changes one must hold all that it holds before and after: else it could be emptied first. */
@Component
class Roles {

    private final RoleStore roles;
    private final MemberStore members;
    private final CredentialCache credentialCache;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Roles(
            RoleStore roles,
            MemberStore members,
            CredentialCache credentialCache,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.roles = roles;
        this.members = members;
        this.credentialCache = credentialCache;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<RoleView> list(StoreId store, Paging paging) {
        var found = roles.list(store, After.of(paging), paging.offset(), paging.pageSize() + 1);
        var total = roles.count(store);
        pipeline.send(found, total);
        return Page.of(paging, found.answer(), total.single(), role -> After.position(role.createdAt(), role.id()));
    }

    @Transactional(readOnly = true)
    public Optional<RoleView> find(StoreId store, UUID role) {
        return roles.find(store, role);
    }

    /** Those of the roles that there are, by id, as they stay until the running step ends. */
    Map<UUID, RoleView> hold(StoreId store, Set<UUID> wanted) {
        return roles.hold(store, wanted).stream().collect(Collectors.toMap(RoleView::id, Function.identity()));
    }

    @Transactional
    public SaveRoleResult save(SaveRole command) {
        var permissions = command.permissions();
        if (permissions != null) {
            var missing = Permission.missing(permissions, command.held());
            if (missing.isPresent()) {
                return new SaveRoleResult.NotHeld(missing.get());
            }
        }
        return command.role() == null
                ? make(command, Objects.requireNonNull(permissions))
                : change(command, command.role());
    }

    private SaveRoleResult make(SaveRole command, List<String> permissions) {
        var role = new RoleView(
                uuidGenerator.next(), Objects.requireNonNull(command.name()), permissions, clock.instant());
        if (!roles.insert(command.store(), role, role.createdAt())) {
            return new SaveRoleResult.NameTaken();
        }
        audit.record(
                command.store(),
                command.actor(),
                new Audit.Change("role.created", "role", role.id(), null, shown(role)));
        return new SaveRoleResult.Saved(role);
    }

    private SaveRoleResult change(SaveRole command, UUID id) {
        var store = command.store();
        var before = roles.lock(store, id);
        if (before.isEmpty()) {
            return new SaveRoleResult.NoSuchRole();
        }
        var missing = Permission.missing(before.get().permissions(), command.held());
        if (missing.isPresent()) {
            return new SaveRoleResult.NotHeld(missing.get());
        }
        var role = new RoleView(
                id,
                command.name() == null ? before.get().name() : command.name(),
                command.permissions() == null ? before.get().permissions() : command.permissions(),
                before.get().createdAt());
        if (roles.nameTaken(store, id, role.name())) {
            return new SaveRoleResult.NameTaken();
        }
        try {
            roles.update(store, role, clock.instant());
        } catch (DuplicateKeyException since) {
            // one_role_per_name: taken after we looked. The step starts over and then finds it taken.
            throw new WriteConflict("the role's name was taken meanwhile");
        }
        members.withRole(store, id).forEach(member -> credentialCache.forgetMember(store, member));
        audit.record(
                store, command.actor(), new Audit.Change("role.updated", "role", id, shown(before.get()), shown(role)));
        return new SaveRoleResult.Saved(role);
    }

    /** The lock waits for whoever is just giving the role to a member. */
    @Transactional
    public DeleteRole.Result delete(DeleteRole command) {
        var store = command.store();
        var id = command.role();
        var role = roles.lock(store, id);
        if (role.isEmpty()) {
            return new DeleteRole.NoSuchRole();
        }
        var missing = Permission.missing(role.get().permissions(), command.held());
        if (missing.isPresent()) {
            return new DeleteRole.NotHeld(missing.get());
        }
        if (!members.withRole(store, id).isEmpty()) {
            return new DeleteRole.InUse();
        }
        roles.delete(store, id);
        audit.record(store, command.actor(), new Audit.Change("role.deleted", "role", id, shown(role.get()), null));
        return new DeleteRole.Deleted();
    }

    private static Map<String, Object> shown(RoleView role) {
        return Map.of("name", role.name(), "permissions", role.permissions());
    }
}
