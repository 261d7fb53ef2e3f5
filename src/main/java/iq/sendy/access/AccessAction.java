package iq.sendy.access;

import iq.sendy.platform.audit.Audit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audit action: what happens to roles, staff and API keys, as the log names it. */
enum AccessAction {
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

    Audit.Change change(UUID resource, @Nullable Object before, @Nullable Object after) {
        return new Audit.Change(word, resourceType, resource, before, after);
    }
}
