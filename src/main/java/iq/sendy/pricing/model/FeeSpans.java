package iq.sendy.pricing.model;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.Basket.BasketLine;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.DeliveryFeeSpan;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What delivery costs at least and at most, where only the value of the goods is known. */
public final class FeeSpans {

    private FeeSpans() {}

    /** Empty where a rule goes by weight, which nobody knows yet. */
    public static Optional<DeliveryFeeSpan> of(
            List<ShippingRule> rules, List<String> provinces, long value, long defaultFee) {
        if (provinces.isEmpty() || rules.stream().anyMatch(FeeSpans::byWeight)) {
            return Optional.empty();
        }
        var fees = provinces.stream()
                .mapToLong(province -> fee(rules, province, value, defaultFee))
                .summaryStatistics();
        var freeFrom = rules.stream()
                .filter(rule -> rule.details().type() == ShippingRuleType.FREE_SHIPPING)
                .map(rule -> rule.details().minOrderValue())
                .filter(Objects::nonNull)
                .filter(from -> from > value)
                .sorted()
                .filter(from -> provinces.stream().allMatch(province -> fee(rules, province, from, defaultFee) == 0))
                .findFirst()
                .orElse(null);
        return Optional.of(new DeliveryFeeSpan(fees.getMin(), fees.getMax(), freeFrom));
    }

    private static boolean byWeight(ShippingRule rule) {
        var details = rule.details();
        return details.active()
                && (details.type() == ShippingRuleType.WEIGHT_BASED
                        || details.minWeightGrams() != null
                        || details.maxWeightGrams() != null);
    }

    private static long fee(List<ShippingRule> rules, String province, long value, long defaultFee) {
        var goods = BasketLine.ofValue(value);
        var delivery = new Basket.Delivery(false, province, null, null, 0, defaultFee);
        return ShippingChoice.of(new Basket(List.of(goods), Channel.STOREFRONT, delivery), rules)
                .fee();
    }
}
