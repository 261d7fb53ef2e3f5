package iq.sendy.pricing.model;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.Basket.BasketLine;
import iq.sendy.pricing.DiscountRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Lines of a sale that has happened. What was taken for a product stands; where that is what the rules make of the
 * catalogue's price, its lines have that price, and the rest is their discount. A product may be in several lines, since a
 * sum that its pieces do not share evenly is sent as two.
 *
 * @param basket with the catalogue's price where the rules explain what was taken
 * @param off what they took off each line
 * @param discounts the rules over the products that they explain, each as one line
 */
record SoldLines(Basket basket, List<Long> off, LineDiscounts discounts) {

    static SoldLines of(Basket sold, Basket.Sale sale, List<DiscountRule> rules, Instant now) {
        var explained = explained(sold, sale, rules, now);
        var lines = new ArrayList<BasketLine>();
        var off = new ArrayList<Long>();
        var offBefore = sold.offBefore();
        for (var line : sold.lines()) {
            var product = line.productId() == null ? null : explained.get(line.productId());
            var listed = product == null ? line : line.at(product.unitPrice());
            lines.add(listed);
            off.add(listed.price() - line.price());
            offBefore -= off.getLast();
        }
        var basket = new Basket(lines, sold.channel(), sold.delivery(), offBefore, sale);
        return new SoldLines(basket, off, discounts(sold, explained.values(), rules, now));
    }

    /** The products of which all that was taken is what the rules make of their prices. */
    private static Map<UUID, BasketLine> explained(
            Basket sold, Basket.Sale sale, List<DiscountRule> rules, Instant now) {
        var products = products(sold, sale);
        var off = discounts(sold, products.values(), rules, now).off();
        var explained = new LinkedHashMap<UUID, BasketLine>();
        var at = 0;
        for (var product : products.entrySet()) {
            if (taken(sold, product.getKey()) == product.getValue().price() - off[at]) {
                explained.put(product.getKey(), product.getValue());
            }
            at++;
        }
        return explained;
    }

    /** Each product with all its pieces at the catalogue's price, but for those of which a piece was sold above it. */
    private static Map<UUID, BasketLine> products(Basket sold, Basket.Sale sale) {
        var products = new LinkedHashMap<UUID, BasketLine>();
        var without = new HashSet<UUID>();
        for (var i = 0; i < sold.lines().size(); i++) {
            var line = sold.lines().get(i);
            var listed = sale.listed().get(i);
            if (line.productId() == null) {
                continue;
            }
            if (listed.isEmpty() || line.unitPrice() > listed.getAsLong()) {
                without.add(line.productId());
            } else {
                products.merge(
                        line.productId(),
                        line.at(listed.getAsLong()),
                        (all, more) -> all.of(all.quantity() + more.quantity()));
            }
        }
        products.keySet().removeAll(without);
        return products;
    }

    private static long taken(Basket sold, UUID product) {
        return sold.lines().stream()
                .filter(line -> product.equals(line.productId()))
                .mapToLong(BasketLine::price)
                .sum();
    }

    private static LineDiscounts discounts(
            Basket sold, Collection<BasketLine> lines, List<DiscountRule> rules, Instant now) {
        return new LineDiscounts(new Basket(List.copyOf(lines), sold.channel(), sold.delivery()), rules, now);
    }
}
