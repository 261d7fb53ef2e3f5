package iq.sendy.accounts;

import iq.sendy.platform.audit.AuditAction;

/** Audit actions: what happens to accounts, as the log names it. */
enum AccountAction implements AuditAction {
    STORE_REGISTERED("store.registered", "store"),
    STORE_CREATED("store.created", "store"),
    OPERATOR_CREATED("admin.created", "user"),
    SIGNED_IN("user.signed_in", "user"),
    SIGN_IN_FAILED("user.sign_in_failed", "user"),
    PASSWORD_CHANGED("user.password_changed", "user");

    private final String word;
    private final String resourceType;

    AccountAction(String word, String resourceType) {
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
