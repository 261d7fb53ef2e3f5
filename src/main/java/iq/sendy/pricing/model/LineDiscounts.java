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
            var line = basket.lines().get(i);
            var best = best(line, holding);
            if (best != null) {
                off[i] = amount(best, line);
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
    List<PricedBasket.Lost> lost() {
        return matched.stream()
                .filter(rule -> !won.containsKey(rule))
                .map(rule -> new PricedBasket.Lost(
                        PricedBasket.RULE, rule.id(), rule.details().name(), PricedBasket.BEATEN))
                .toList();
    }

    private @Nullable DiscountRule best(Basket.Line line, List<DiscountRule> holding) {
        var candidates = holding.stream()
                .filter(rule -> covers(rule, line) && amount(rule, line) > 0)
                .toList();
        matched.addAll(candidates);
        return candidates.stream()
                .min(Comparator.comparingLong((DiscountRule rule) -> -amount(rule, line))
                        .thenComparingInt(rule -> -rule.details().priority())
                        .thenComparing(DiscountRule::createdAt)
                        .thenComparing(DiscountRule::id))
                .orElse(null);
    }

    private static boolean holds(DiscountRule rule, Basket basket, Instant now) {
        var details = rule.details();
        return details.active()
                && (details.startsAt() == null || !now.isBefore(details.startsAt()))
                && (details.expiresAt() == null || now.isBefore(details.expiresAt()))
                && (details.channels().isEmpty() || details.channels().contains(basket.channel()));
    }

    private static boolean covers(DiscountRule rule, Basket.Line line) {
        var category = rule.details().categoryId();
        return category == null || line.categories().contains(category);
    }

    private static long amount(DiscountRule rule, Basket.Line line) {
        return rule.details().discount().off(line.unitPrice(), line.quantity());
    }
}
