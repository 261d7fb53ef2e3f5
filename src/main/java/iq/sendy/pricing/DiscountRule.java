package iq.sendy.pricing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Discount rule: a discount that needs no code. Of all that hold for a line the best one wins. */
public record DiscountRule(UUID id, DiscountRuleDetails details, Instant createdAt, Instant updatedAt)
        implements PricingRule<DiscountRule, DiscountRule.DiscountRuleDetails> {

    /**
     * What the shop decides about it.
     *
     * @param categoryId with all below it; null for every line
     * @param channels none for all
     * @param startsAt inclusive
     * @param expiresAt exclusive
     */
    public record DiscountRuleDetails(
            String name,
            Discount discount,
            @Nullable UUID categoryId,
            List<Channel> channels,
            int priority,
            @Nullable Instant startsAt,
            @Nullable Instant expiresAt,
            boolean active) {

        public DiscountRuleDetails {
            channels = List.copyOf(channels);
        }
    }

    @Override
    public DiscountRule with(DiscountRuleDetails changed, Instant now) {
        return new DiscountRule(id, changed, createdAt, now);
    }
}
