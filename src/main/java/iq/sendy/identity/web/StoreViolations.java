package iq.sendy.identity.web;

import iq.sendy.identity.Identities;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.stores.Stores;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Complaints about a slug and a password, which three forms share; an absent or faulty field has its complaint already. */
@Component
class StoreViolations {

    private final Stores stores;
    private final Identities identities;

    StoreViolations(Stores stores, Identities identities) {
        this.stores = stores;
        this.identities = identities;
    }

    void slug(@Nullable String slug, Violations violations) {
        if (slug == null) {
            return;
        }
        if (!stores.slugValid(slug)) {
            violations.add("slug", "slug.invalid");
        } else if (stores.slugReserved(slug)) {
            violations.add("slug", "slug.reserved");
        }
    }

    static List<Violation> taken(boolean phone, boolean slug) {
        var taken = new ArrayList<Violation>();
        if (phone) {
            taken.add(Violation.at("phone", "phone.taken"));
        }
        if (slug) {
            taken.add(Violation.at("slug", "slug.taken"));
        }
        return taken;
    }

    void password(String field, @Nullable String password, @Nullable Phone phone, Violations violations) {
        if (password != null && identities.passwordWeak(password, phone)) {
            violations.add(field, "password.weak");
        }
    }
}
