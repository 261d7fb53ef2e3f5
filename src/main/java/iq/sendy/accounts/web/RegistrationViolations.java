package iq.sendy.accounts.web;

import iq.sendy.accounts.Passwords;
import iq.sendy.accounts.Register;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.stores.Stores;
import java.util.ArrayList;
import java.util.List;
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

    static List<Violation> of(Register.Taken taken) {
        var violations = new ArrayList<Violation>();
        if (taken.phone()) {
            violations.add(Violation.at("phone", "phone.taken"));
        }
        if (taken.slug()) {
            violations.add(Violation.at("slug", "slug.taken"));
        }
        return violations;
    }
}
