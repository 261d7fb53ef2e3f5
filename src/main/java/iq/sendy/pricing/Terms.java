package iq.sendy.pricing;

import iq.sendy.pricing.model.CodeChecks;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Price terms: what a basket is priced by, as it stood when it was asked.
 *
 * @param code null when the buyer named none
 */
public record Terms(PriceRules rules, @Nullable NamedCode code) {

    /** Why the code that was named does not hold; empty when it does, or when none was named. */
    public Optional<CodeRefusal> refusal(long valueBeforeDiscounts, Instant now) {
        return code == null ? Optional.empty() : CodeChecks.refusal(code, valueBeforeDiscounts, now);
    }
}
