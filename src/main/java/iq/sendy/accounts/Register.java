package iq.sendy.accounts;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open a store with its owner. It prints without the password.
 *
 * @param slug as wanted; null takes it from the name
 * @param ip where the request came from
 */
public record Register(
        String storeName, @Nullable String slug, String ownerName, Phone phone, String password, String ip) {

    @Override
    public String toString() {
        return "register " + storeName + " for " + phone;
    }

    /** All that can come of it. */
    public sealed interface Result {}

    public record Registered(Session session) implements Result {}

    /** One or both belong to somebody already. */
    @RefusedWith(
            status = 409,
            code = {"phone.taken", "slug.taken"})
    public record Taken(boolean phone, boolean slug) implements Result, OpenStoreFor.Result, Refusal {

        @Override
        public List<Violation> violations() {
            var taken = new ArrayList<Violation>();
            if (phone) {
                taken.add(Violation.at("phone", "phone.taken"));
            }
            if (slug) {
                taken.add(Violation.at("slug", "slug.taken"));
            }
            return taken;
        }
    }
}
