package iq.sendy.pricing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Priced basket, what it costs and why: the trace that an order keeps. Names and amounts are copies, so that it stays
 * true when rules change. {@code total} is {@code subTotal} less {@code discountTotal} plus {@code deliveryFee}.
 */
public record PricedBasket(
        List<PricedLine> lines,
        List<Applied> applied,
        List<LostDiscount> lost,
        Shipping shipping,
        long subTotal,
        long discountTotal,
        long deliveryFee,
        long total) {

    public static final String RULE = "rule";
    public static final String CODE = "code";

    /** The reason of a rule that matched and lost. */
    public static final String BEATEN = "rule.beaten";

    public PricedBasket {
        lines = List.copyOf(lines);
        applied = List.copyOf(applied);
        lost = List.copyOf(lost);
    }

    /**
     * A line in the basket's order; {@code lineTotal} is what it costs net of all discounts.
     *
     * @param unpriced whether nobody has said what it costs
     */
    public record PricedLine(
            @Nullable UUID productId,
            @Nullable String sku,
            String name,
            long quantity,
            long unitPrice,
            long discountAmount,
            long lineTotal,
            boolean unpriced) {}

    /** A discount that counts, with all that it took off; a code that was gone when its sale came has no id. */
    public record Applied(
            String kind,
            @Nullable UUID id,
            String name,
            @Nullable String code,
            long amount) {}

    /** A discount that would have counted, and why it did not; an unknown code has no id. */
    public record LostDiscount(String kind, @Nullable UUID id, String name, String reason) {}

    /** The rule that decided the fee; none when it was given, for pickup, and when none matched. */
    public record Shipping(@Nullable UUID ruleId, @Nullable String ruleName, long fee, List<Considered> considered) {

        public Shipping {
            considered = List.copyOf(considered);
        }
    }

    /**
     * A shipping rule that was looked at.
     *
     * @param fee what it would have cost
     * @param reason null for the winner, otherwise {@code rule.beaten}, {@code rule.value}, {@code rule.weight} or
     *     {@code rule.province}
     */
    public record Considered(
            UUID ruleId,
            String ruleName,
            long fee,
            @Nullable String reason) {}

    /** What the goods cost after discounts. */
    public long goods() {
        return subTotal - discountTotal;
    }

    /** The discount code that counts, to be used up by the order. */
    public @Nullable Applied code() {
        return applied.stream()
                .filter(each -> each.kind().equals(CODE))
                .findFirst()
                .orElse(null);
    }
}
