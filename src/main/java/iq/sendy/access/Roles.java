package iq.sendy.access;

import iq.sendy.access.store.RoleStore;
import iq.sendy.accounts.Accounts;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Role-based access control: a store's own roles. Who changes one must hold all that it holds before and after: else it
 * could be emptied first.
 */
@Service
public class Roles {

    private static final String TYPE = "role";

    private final RoleStore roles;
    private final Accounts accounts;
    private final CredentialCache credentialCache;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Roles(
            RoleStore roles,
            Accounts accounts,
            CredentialCache credentialCache,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.roles = roles;
        this.accounts = accounts;
        this.credentialCache = credentialCache;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<RoleView> list(StoreId store, Paging paging) {
        return roles.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<RoleView> find(StoreId store, UUID role) {
        return roles.find(store, role);
    }

    /** Those of the roles that there are, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, RoleView> find(StoreId store, Collection<UUID> wanted) {
        return byId(wanted.isEmpty() ? List.of() : roles.find(store, wanted));
    }

    /** Those of the roles that there are, by id, as they stay until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, RoleView> hold(StoreId store, Set<UUID> wanted) {
        return byId(roles.hold(store, wanted));
    }

    private static Map<UUID, RoleView> byId(List<RoleView> found) {
        return found.stream().collect(Collectors.toMap(RoleView::id, Function.identity()));
    }

    @Transactional
    public SaveRole.Result save(SaveRole command) {
        return save(command, uuidGenerator.next());
    }

    /**
     * As {@link #save} of a new one, under an id that its form was given: however often that is sent, one is there. What
     * was sent otherwise under that id, as after going back to the form, is another role.
     */
    @Transactional
    public SaveRole.Result createOnce(UUID id, SaveRole command) {
        var store = command.by().store();
        var made = roles.find(store, id);
        if (made.isPresent()) {
            return made.get().isOf(command) ? new SaveRole.Saved(made.get()) : save(command);
        }
        var result = WriteConflict.onDuplicateKey("the same form", () -> save(command, id));
        if (result instanceof SaveRole.NameTaken && roles.find(store, id).isPresent()) {
            throw new WriteConflict("the same form");
        }
        return result;
    }

    private SaveRole.Result save(SaveRole command, UUID fresh) {
        var permissions = command.permissions();
        if (permissions != null) {
            var missing = command.by().lacks(permissions);
            if (missing.isPresent()) {
                return new PermissionNotHeld(missing.get());
            }
        }
        return command.role() == null
                ? create(command, fresh, Objects.requireNonNull(permissions))
                : change(command, command.role());
    }

    private SaveRole.Result create(SaveRole command, UUID id, List<String> permissions) {
        var role = new RoleView(id, Objects.requireNonNull(command.name()), permissions, clock.instant());
        if (!roles.insert(command.by().store(), role)) {
            return new SaveRole.NameTaken();
        }
        record(command.by(), Change.created(TYPE, role.id(), shown(role)));
        return new SaveRole.Saved(role);
    }

    private SaveRole.Result change(SaveRole command, UUID id) {
        var store = command.by().store();
        var locked = roles.lock(store, id);
        if (locked.isEmpty()) {
            return new SaveRole.NoSuchRole();
        }
        var before = locked.get();
        var missing = command.by().lacks(before.permissions());
        if (missing.isPresent()) {
            return new PermissionNotHeld(missing.get());
        }
        var role = new RoleView(
                id,
                Objects.requireNonNullElse(command.name(), before.name()),
                Objects.requireNonNullElse(command.permissions(), before.permissions()),
                before.createdAt());
        if (roles.nameTaken(store, id, role.name())) {
            return new SaveRole.NameTaken();
        }
        try {
            roles.update(store, role, clock.instant());
        } catch (DuplicateKeyException since) {
            // one_role_per_name: taken after we looked. The transaction starts over and then finds it taken.
            throw new WriteConflict("the role's name was taken meanwhile");
        }
        credentialCache.forgetRole(store, id);
        record(command.by(), Change.updated(TYPE, id, shown(before), shown(role)));
        return new SaveRole.Saved(role);
    }

    /** The lock waits for whoever is just giving the role to a member. */
    @Transactional
    public DeleteRole.Result delete(DeleteRole command) {
        var store = command.by().store();
        var id = command.role();
        var role = roles.lock(store, id);
        if (role.isEmpty()) {
            return new DeleteRole.NoSuchRole();
        }
        var missing = command.by().lacks(role.get().permissions());
        if (missing.isPresent()) {
            return new PermissionNotHeld(missing.get());
        }
        if (accounts.anyWithRole(store, id)) {
            return new DeleteRole.InUse();
        }
        roles.delete(store, id);
        record(command.by(), Change.deleted(TYPE, id, shown(role.get())));
        return new DeleteRole.Deleted();
    }

    private void record(Grantor by, Change change) {
        audit.record(by.store(), by.actor(), change);
    }

    private static Map<String, Object> shown(RoleView role) {
        return Map.of("name", role.name(), "permissions", role.permissions());
    }
}
