package iq.sendy.access;

import iq.sendy.access.store.RoleStore;
import iq.sendy.accounts.MemberView;
import iq.sendy.accounts.PermissionLookup;
import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Permissions of a person: an owner has every one, staff those of their role, an operator none inside a store. */
@Component
class MemberPermissions implements PermissionLookup {

    private final RoleStore roles;

    MemberPermissions(RoleStore roles) {
        this.roles = roles;
    }

    @Override
    public List<String> of(StoreId store, MemberView member) {
        return of(member, role -> roles.find(store, role));
    }

    static List<String> of(MemberView member, Function<UUID, Optional<RoleView>> roles) {
        return switch (member.kind()) {
            case OWNER -> Permission.names();
            case STAFF ->
                Optional.ofNullable(member.roleId())
                        .flatMap(roles)
                        .map(RoleView::permissions)
                        .orElse(List.of());
            case ADMIN -> List.of();
        };
    }
}
