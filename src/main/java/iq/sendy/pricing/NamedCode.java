package iq.sendy.pricing;

import org.jspecify.annotations.Nullable;

/**
 * A discount code as a buyer named it, with what decides whether it holds.
 *
 * @param typed as it was typed, or as it is called by now when the order that is being changed has it already
 * @param found null when the store has no such code
 * @param usesByPhone how often this buyer's phone has used it; 0 when no phone was named
 * @param held whether the order that is being changed has it already: then it is looked at for its minimum alone, since
 *     it was used when it held
 */
public record NamedCode(String typed, @Nullable DiscountCode found, long usesByPhone, boolean held) {

    /** Whether it has a limit for each phone, so that whoever has none cannot be held to it. */
    public boolean countsPhones() {
        return found != null && found.details().perUserLimit() != null;
    }

    /** Whether its limits leave one more use of it. */
    public boolean usable() {
        return found != null
                && (found.details().maxUses() == null
                        || found.usedCount() < found.details().maxUses())
                && (found.details().perUserLimit() == null
                        || usesByPhone < found.details().perUserLimit());
    }
}
