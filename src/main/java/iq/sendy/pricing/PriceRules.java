package iq.sendy.pricing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a store that are switched on, oldest first, as one version of them. Kept in memory under that version,
 * which every change of a rule writes anew.
 *
 * @param version null while the store has never had a rule
 */
public record PriceRules(@Nullable UUID version, List<DiscountRule> discounts, List<ShippingRule> shipping) {

    public static final PriceRules NONE = new PriceRules(null, List.of(), List.of());

    public PriceRules {
        discounts = List.copyOf(discounts);
        shipping = List.copyOf(shipping);
    }
}
