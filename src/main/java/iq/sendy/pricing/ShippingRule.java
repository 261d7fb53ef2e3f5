package iq.sendy.pricing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shipping rule: what delivery costs to whom. Of all that match an order one wins. */
public record ShippingRule(UUID id, ShippingRuleDetails details, Instant createdAt, Instant updatedAt)
        implements PricingRule<ShippingRule, ShippingRule.ShippingRuleDetails> {

    /**
     * What the shop decides about it. The bands are half-open, hold for every type, and an absent end is open.
     *
     * @param cost null for free shipping, and where weight alone decides
     * @param minOrderValue looks at the value before discounts, as does its other end
     * @param provinceCodes none for all
     */
    public record ShippingRuleDetails(
            String name,
            ShippingRuleType type,
            @Nullable Long cost,
            @Nullable Long minOrderValue,
            @Nullable Long maxOrderValue,
            @Nullable Long minWeightGrams,
            @Nullable Long maxWeightGrams,
            @Nullable Long costPerKg,
            List<String> provinceCodes,
            int priority,
            boolean active) {

        public ShippingRuleDetails {
            provinceCodes = List.copyOf(provinceCodes);
        }

        /** An active rule of one cost, whatever is ordered; no provinces means all of them. */
        public static ShippingRuleDetails flat(String name, long cost, List<String> provinceCodes, int priority) {
            return new ShippingRuleDetails(
                    name,
                    ShippingRuleType.FLAT_RATE,
                    cost,
                    null,
                    null,
                    null,
                    null,
                    null,
                    provinceCodes,
                    priority,
                    true);
        }
    }

    @Override
    public ShippingRule with(ShippingRuleDetails changed, Instant now) {
        return new ShippingRule(id, changed, createdAt, now);
    }
}
