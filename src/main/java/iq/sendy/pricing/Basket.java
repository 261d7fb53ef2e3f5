package iq.sendy.pricing;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Basket: what is to be priced. Amounts are in minor units of the store's currency.
 *
 * @param offBefore what had been taken off its prices when they were sent: by rules, of a sale that has happened
 * @param sale what is known of it as a sale that has happened; null of what is only to be sold
 */
public record Basket(
        List<BasketLine> lines,
        Channel channel,
        Delivery delivery,
        long offBefore,
        @Nullable Sale sale) {

    public Basket {
        lines = List.copyOf(lines);
    }

    public Basket(List<BasketLine> lines, Channel channel, Delivery delivery) {
        this(lines, channel, delivery, 0);
    }

    public Basket(List<BasketLine> lines, Channel channel, Delivery delivery, long offBefore) {
        this(lines, channel, delivery, offBefore, null);
    }

    /**
     * A sale that has happened: the prices of its lines are those that were taken.
     *
     * @param listed the catalogue's price of each line's product, where it has one
     * @param codeTook what the code took off; null asks what it takes off
     */
    public record Sale(List<OptionalLong> listed, @Nullable Long codeTook) {

        public Sale {
            listed = List.copyOf(listed);
        }
    }

    /** What the code took off a sale that has happened; null asks what it takes off. */
    public @Nullable Long codeTook() {
        return sale == null ? null : sale.codeTook();
    }

    /** The same as if nobody had said what the code took off. */
    public Basket askingTheCode() {
        return new Basket(lines, channel, delivery, offBefore, sale == null ? null : new Sale(sale.listed(), null));
    }

    /**
     * Pieces of one product, or, without a product, a value.
     *
     * @param categories the product's own and all above it
     * @param weightGrams of one piece; null when nobody knows
     * @param unpriced whether nobody has said what it costs, so that its {@code unitPrice} of 0 is none
     */
    public record BasketLine(
            @Nullable UUID productId,
            @Nullable String sku,
            String name,
            long quantity,
            long unitPrice,
            Set<UUID> categories,
            @Nullable Long weightGrams,
            boolean unpriced) {

        public BasketLine {
            categories = Set.copyOf(categories);
            if (quantity < 1 || unitPrice < 0) {
                throw new IllegalArgumentException("A line has pieces, and no negative price");
            }
        }

        /** An order by value is one line without product: rules for a category do not see it. */
        public static BasketLine ofValue(long value) {
            return new BasketLine(null, null, "", 1, value, Set.of(), null, false);
        }

        /** The same pieces at another price. */
        public BasketLine at(long price) {
            return new BasketLine(productId, sku, name, quantity, price, categories, weightGrams, unpriced);
        }

        /** Other pieces of the same product. */
        public BasketLine of(long pieces) {
            return new BasketLine(productId, sku, name, pieces, unitPrice, categories, weightGrams, unpriced);
        }

        public long price() {
            return Math.multiplyExact(unitPrice, quantity);
        }
    }

    /**
     * Where it goes and what is known of the way.
     *
     * @param provinceCode null when it is not known yet: then rules with provinces do not match
     * @param givenFee used as it is
     * @param packageGrams what the chosen package size weighs
     * @param defaultGrams what a piece weighs of which nothing is known
     * @param defaultFee what it costs when no rule matches
     */
    public record Delivery(
            boolean pickup,
            @Nullable String provinceCode,
            @Nullable Long givenFee,
            @Nullable Long packageGrams,
            long defaultGrams,
            long defaultFee) {}

    /** The value before discounts, which the minimum of a code looks at. */
    public long valueBeforeDiscounts() {
        return Math.addExact(value(), offBefore);
    }

    /** What its lines come to before it is priced. */
    public long value() {
        var value = 0L;
        for (var basketLine : lines) {
            value = Math.addExact(value, basketLine.price());
        }
        return value;
    }

    /**
     * The weight of the whole: of the products where it is known; where it is not for some of them, what the package
     * size says, but never less than what is known; without a package size each such piece weighs the store's default.
     */
    public long grams() {
        var known = 0L;
        var guessed = 0L;
        for (var basketLine : lines) {
            var grams = basketLine.weightGrams();
            if (grams == null) {
                guessed = Math.addExact(guessed, Math.multiplyExact(delivery.defaultGrams(), basketLine.quantity()));
            } else {
                known = Math.addExact(known, Math.multiplyExact(grams, basketLine.quantity()));
            }
        }
        if (guessed == 0) {
            return known;
        }
        return delivery.packageGrams() == null
                ? Math.addExact(known, guessed)
                : Math.max(known, delivery.packageGrams());
    }
}
