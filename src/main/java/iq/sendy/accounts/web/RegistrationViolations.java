package iq.sendy.accounts.web;

import iq.sendy.accounts.Passwords;
import iq.sendy.platform.body.Bound;
import iq.sendy.stores.Stores;
import org.springframework.stereotype.Component;

/**
 * Validation of what opens a store: its slug and its owner's password. An absent or faulty field has its violation
 * already, and is null.
 */
@Component
class RegistrationViolations {

    private final Stores stores;
    private final Passwords passwords;

    RegistrationViolations(Stores stores, Passwords passwords) {
        this.stores = stores;
        this.passwords = passwords;
    }

    void add(Bound<Registration> bound) {
        var sent = bound.value();
        var violations = bound.problems();
        var slug = sent.slug();
        var password = sent.password();
        if (slug != null) {
            stores.slugViolation(slug).ifPresent(violations::add);
        }
        if (password != null && passwords.weak(password, sent.phone())) {
            violations.add("password", "password.weak");
        }
    }
}
