package iq.sendy.storefront;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.storefront.StorefrontSettings.CustomDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prove that a domain is the store's own, by what its DNS says.
 *
 * @param domain the domain as it was when its DNS was asked; null where the store has named none
 * @param seen the lines of its record
 */
public record VerifyDomain(@Nullable CustomDomain domain, List<String> seen) {

    public VerifyDomain {
        seen = List.copyOf(seen);
    }

    /** What can come of it. */
    public sealed interface Result {

        record Verified(StorefrontView storefront) implements Result {}

        /** There is no such record yet, or no domain that one could be for. */
        @RefusedWith(status = 422, code = "domain.not_proven", field = "customDomain")
        record NotProven() implements Result, Refusal {}

        /** Another store has proved it, and its proof is still there. */
        @RefusedWith(status = 409, code = "domain.taken", field = "customDomain")
        record Taken() implements Result, Refusal {}
    }
}
