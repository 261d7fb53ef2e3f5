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

    /**
     * The code that a buyer named.
     *
     * @param typed as it was typed, or as it is called by now when the order that is being changed has it already
     * @param found null when the store has no such code
     * @param usesByPhone how often this buyer's phone has used it; 0 when no phone was named
     * @param held whether the order that is being changed has it already: then it is looked at for its minimum alone, since
     *     it was used when it held
     */
    public record NamedCode(String typed, @Nullable DiscountCode found, long usesByPhone, boolean held) {}

    /** Why the code that was named does not hold; empty when it does, or when none was named. */
    public Optional<CodeRefusal> refusal(long valueBeforeDiscounts, Instant now) {
        return code == null ? Optional.empty() : CodeChecks.refusal(code, valueBeforeDiscounts, now);
    }
}
