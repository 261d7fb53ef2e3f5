package iq.sendy.platform.api;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Authenticated caller: who stands behind a credential, at most five seconds old.
 *
 * @param rights full permission names of a person ({@code store.orders.view}), or scopes of a key ({@code orders:read})
 */
public record Caller(
        StoreId store, Kind kind, UUID id, String name, Set<String> rights, Currency currency, ZoneId zone) {

    /** A person's permissions carry this before the names in {@link Allows}. */
    public static final String PERMISSION_PREFIX = "store.";

    /** The request attribute under which the edge leaves the caller. */
    public static final String ATTRIBUTE = "sendy.caller";

    public enum Kind {
        USER,
        KEY,
        ADMIN
    }

    public Caller {
        rights = Set.copyOf(rights);
    }

    /** The right that this caller lacks for an operation; null when nothing is missing. */
    public @Nullable Violation missing(Allows operation) {
        return missing(operation.permission(), operation.scope());
    }

    /** The right that this caller lacks where a person needs the permission and a key the scope. */
    public @Nullable Violation missing(String permission, String scope) {
        return switch (kind) {
            case KEY -> scope.isEmpty() || !rights.contains(scope) ? Violation.of("scope.missing", scope) : null;
            case USER -> missingPermission(permission);
            case ADMIN ->
                permission.equals(Allows.PLATFORM_ADMIN) || open(permission)
                        ? null
                        : Violation.of("permission.missing", PERMISSION_PREFIX + permission);
        };
    }

    /** Whether it is enough to be somebody. */
    private static boolean open(String permission) {
        return permission.equals(Allows.SIGNED_IN) || permission.equals(Allows.ANYONE);
    }

    private @Nullable Violation missingPermission(String permission) {
        if (open(permission) || rights.contains(PERMISSION_PREFIX + permission)) {
            return null;
        }
        return Violation.of(
                "permission.missing",
                permission.equals(Allows.PLATFORM_ADMIN) ? permission : PERMISSION_PREFIX + permission);
    }
}
