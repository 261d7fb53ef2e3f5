package iq.sendy.accounts;

import iq.sendy.platform.audit.Audit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audit action: what happens to accounts, as the log names it. */
enum AccountAction {
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

    Audit.Change change(UUID resource, @Nullable Object before, @Nullable Object after) {
        return new Audit.Change(word, resourceType, resource, before, after);
    }
}
