package iq.sendy.identity.web;

import iq.sendy.identity.Identities;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Fault;
import iq.sendy.platform.api.Problems;
import iq.sendy.stores.Stores;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Complaints about a slug and a password, which three forms share; an absent or faulty field has its complaint already. */
@Component
class StoreFaults {

    private final Stores stores;
    private final Identities identities;

    StoreFaults(Stores stores, Identities identities) {
        this.stores = stores;
        this.identities = identities;
    }

    void slug(@Nullable String slug, Problems problems) {
        if (slug == null) {
            return;
        }
        if (!stores.slugValid(slug)) {
            problems.add("slug", "slug.invalid");
        } else if (stores.slugReserved(slug)) {
            problems.add("slug", "slug.reserved");
        }
    }

    static List<Fault> taken(boolean phone, boolean slug) {
        var taken = new ArrayList<Fault>();
        if (phone) {
            taken.add(Fault.at("phone", "phone.taken"));
        }
        if (slug) {
            taken.add(Fault.at("slug", "slug.taken"));
        }
        return taken;
    }

    void password(String field, @Nullable String password, @Nullable Phone phone, Problems problems) {
        if (password != null && identities.passwordWeak(password, phone)) {
            problems.add(field, "password.weak");
        }
    }
}
