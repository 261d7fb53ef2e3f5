package iq.sendy.identity;

/** All that can come of deleting a role. */
public enum DeleteRoleResult {
    DELETED,
    NO_SUCH_ROLE,
    IN_USE
}
