package iq.sendy.pricing.model;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.PricedBasket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The automatic rules over the lines of a basket: for each line the best one wins. */
final class LineDiscounts {

    private final Map<DiscountRule, Long> won = new LinkedHashMap<>();
    private final Set<DiscountRule> matched = new LinkedHashSet<>();
    private final long[] off;

    LineDiscounts(Basket basket, List<DiscountRule> rules, Instant now) {
        var holding = rules.stream().filter(rule -> holds(rule, basket, now)).toList();
        this.off = new long[basket.lines().size()];
        for (var i = 0; i < off.length; i++) {
            var basketLine = basket.lines().get(i);
            var best = best(basketLine, holding);
            if (best != null) {
                off[i] = amount(best, basketLine);
                won.merge(best, off[i], Math::addExact);
            }
        }
    }

    /** What came off each line. */
    long[] off() {
        return off.clone();
    }

    /** The rules that won a line, in the order of those lines. */
    List<PricedBasket.Applied> applied() {
        var applied = new ArrayList<PricedBasket.Applied>();
        won.forEach((rule, amount) -> applied.add(new PricedBasket.Applied(
                PricedBasket.RULE, rule.id(), rule.details().name(), null, amount)));
        return applied;
    }

    /** The rules that would have taken something off and were beaten at every line. */
    List<PricedBasket.LostDiscount> lost() {
        return matched.stream()
                .filter(rule -> !won.containsKey(rule))
                .map(rule -> new PricedBasket.LostDiscount(
                        PricedBasket.RULE, rule.id(), rule.details().name(), PricedBasket.BEATEN))
                .toList();
    }

    private @Nullable DiscountRule best(Basket.BasketLine basketLine, List<DiscountRule> holding) {
        var candidates = holding.stream()
                .filter(rule -> covers(rule, basketLine) && amount(rule, basketLine) > 0)
                .toList();
        matched.addAll(candidates);
        return candidates.stream()
                .min(Comparator.comparingLong((DiscountRule rule) -> -amount(rule, basketLine))
                        .thenComparingInt(rule -> -rule.details().priority())
                        .thenComparing(DiscountRule::createdAt)
                        .thenComparing(DiscountRule::id))
                .orElse(null);
    }

    private static boolean holds(DiscountRule rule, Basket basket, Instant now) {
        var discountRuleDetails = rule.details();
        return discountRuleDetails.active()
                && (discountRuleDetails.startsAt() == null || !now.isBefore(discountRuleDetails.startsAt()))
                && (discountRuleDetails.expiresAt() == null || now.isBefore(discountRuleDetails.expiresAt()))
                && (discountRuleDetails.channels().isEmpty()
                        || discountRuleDetails.channels().contains(basket.channel()));
    }

    private static boolean covers(DiscountRule rule, Basket.BasketLine basketLine) {
        var category = rule.details().categoryId();
        return category == null || basketLine.categories().contains(category);
    }

    private static long amount(DiscountRule rule, Basket.BasketLine basketLine) {
        return rule.details().discount().off(basketLine.unitPrice(), basketLine.quantity());
    }
}
