package iq.sendy.accounts.web;

import iq.sendy.accounts.Passwords;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Violations;
import iq.sendy.stores.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Validation of the two forms that open a store: its slug and its owner's password. An absent or faulty field has its
 * violation already.
 */
@Component
class RegistrationViolations {

    private final Stores stores;
    private final Passwords passwords;

    RegistrationViolations(Stores stores, Passwords passwords) {
        this.stores = stores;
        this.passwords = passwords;
    }

    void add(@Nullable String slug, @Nullable String password, @Nullable Phone phone, Violations violations) {
        if (slug != null) {
            stores.slugViolation(slug).ifPresent(violations::add);
        }
        if (password != null && passwords.weak(password, phone)) {
            violations.add("password", "password.weak");
        }
    }
}
