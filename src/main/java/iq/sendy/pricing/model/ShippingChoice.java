package iq.sendy.pricing.model;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What delivery costs: one rule wins, and those that lost say why. */
final class ShippingChoice {

    /** A billion in a currency with two decimals: more is a mistake in a rule, and must not break the order. */
    private static final long MOST = 100_000_000_000L;

    private static final int GRAMS = 1_000;

    private ShippingChoice() {}

    static PricedBasket.Shipping of(Basket basket, List<ShippingRule> rules) {
        var delivery = basket.delivery();
        if (delivery.givenFee() != null) {
            return new PricedBasket.Shipping(null, null, delivery.givenFee(), List.of());
        }
        if (delivery.pickup()) {
            return new PricedBasket.Shipping(null, null, 0, List.of());
        }
        var active = rules.stream().filter(rule -> rule.details().active()).toList();
        var value = basket.value();
        var grams = basket.grams();
        var winner = active.stream()
                .filter(rule -> misses(rule, value, grams, delivery.provinceCode()) == null)
                .min(Comparator.comparing(
                                (ShippingRule rule) -> rule.details().type() != ShippingRuleType.FREE_SHIPPING)
                        .thenComparingInt(rule -> -rule.details().priority())
                        .thenComparing(rule -> rule.details().provinceCodes().isEmpty())
                        .thenComparingLong(rule -> fee(rule, grams))
                        .thenComparing(ShippingRule::createdAt)
                        .thenComparing(ShippingRule::id))
                .orElse(null);
        var considered = active.stream()
                .map(rule -> new PricedBasket.Considered(
                        rule.id(),
                        rule.details().name(),
                        fee(rule, grams),
                        rule.equals(winner)
                                ? null
                                : Objects.requireNonNullElse(
                                        misses(rule, value, grams, delivery.provinceCode()), PricedBasket.BEATEN)))
                .toList();
        return winner == null
                ? new PricedBasket.Shipping(null, null, delivery.defaultFee(), considered)
                : new PricedBasket.Shipping(winner.id(), winner.details().name(), fee(winner, grams), considered);
    }

    /** Why a rule does not match; null when it does. */
    private static @Nullable String misses(ShippingRule rule, long value, long grams, @Nullable String province) {
        var shippingRuleDetails = rule.details();
        if (!shippingRuleDetails.provinceCodes().isEmpty()
                && (province == null || !shippingRuleDetails.provinceCodes().contains(province))) {
            return "rule.province";
        }
        if (outside(value, shippingRuleDetails.minOrderValue(), shippingRuleDetails.maxOrderValue())) {
            return "rule.value";
        }
        return outside(grams, shippingRuleDetails.minWeightGrams(), shippingRuleDetails.maxWeightGrams())
                ? "rule.weight"
                : null;
    }

    private static boolean outside(long number, @Nullable Long min, @Nullable Long max) {
        return (min != null && number < min) || (max != null && number >= max);
    }

    private static long fee(ShippingRule rule, long grams) {
        var shippingRuleDetails = rule.details();
        var cost = Objects.requireNonNullElse(shippingRuleDetails.cost(), 0L);
        return switch (shippingRuleDetails.type()) {
            case FREE_SHIPPING -> 0;
            case FLAT_RATE, ORDER_VALUE_BASED -> cost;
            case WEIGHT_BASED ->
                Math.min(MOST, cost + byWeight(Objects.requireNonNullElse(shippingRuleDetails.costPerKg(), 0L), grams));
        };
    }

    /** Rounded up to the whole unit. */
    private static long byWeight(long perKg, long grams) {
        var product = perKg * grams;
        return Rounding.fits(perKg, grams, product) ? product / GRAMS + (product % GRAMS == 0 ? 0 : 1) : MOST;
    }
}
