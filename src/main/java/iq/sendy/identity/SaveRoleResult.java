package iq.sendy.identity;

/** All that can come of making or changing a role. */
public sealed interface SaveRoleResult {

    record Saved(RoleView role) implements SaveRoleResult {}

    record NoSuchRole() implements SaveRoleResult {}

    /** The caller does not hold this permission. */
    record NotHeld(String permission) implements SaveRoleResult {}

    record NameTaken() implements SaveRoleResult {}
}
