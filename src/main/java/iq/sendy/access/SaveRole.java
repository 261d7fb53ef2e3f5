package iq.sendy.access;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Make or change a role.
 *
 * @param role null makes a new one
 * @param name null keeps the present one
 * @param permissions full names; null keeps the present ones
 */
public record SaveRole(
        Grantor by,
        @Nullable UUID role,
        @Nullable String name,
        @Nullable List<String> permissions) {

    /** All that can come of it. */
    public sealed interface Result permits Saved, NoSuchRole, NameTaken, PermissionNotHeld {}

    public record Saved(RoleView role) implements Result {}

    public record NoSuchRole() implements Result {}

    @RefusedWith(status = 409, code = "role.name_taken", field = "name")
    public record NameTaken() implements Result, Refusal {}
}
