package iq.sendy.access;

import iq.sendy.platform.audit.AuditAction;

/** Audit actions: what happens to roles, staff and API keys, as the log names it. */
enum AccessAction implements AuditAction {
    ROLE_CREATED("role.created", "role"),
    ROLE_UPDATED("role.updated", "role"),
    ROLE_DELETED("role.deleted", "role"),
    STAFF_CREATED("staff.created", "staff"),
    STAFF_UPDATED("staff.updated", "staff"),
    STAFF_DELETED("staff.deleted", "staff"),
    API_KEY_CREATED("api_key.created", "api_key"),
    API_KEY_REVOKED("api_key.revoked", "api_key");

    private final String word;
    private final String resourceType;

    AccessAction(String word, String resourceType) {
        this.word = word;
        this.resourceType = resourceType;
    }

    @Override
    public String toString() {
        return word;
    }

    @Override
    public String resourceType() {
        return resourceType;
    }
}
