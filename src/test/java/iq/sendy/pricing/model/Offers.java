package iq.sendy.pricing.model;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.NamedCode;
import iq.sendy.pricing.PriceRules;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleType;
import iq.sendy.pricing.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words that examples of prices are written in. */
final class Offers {

    static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    static final UUID FLOWERS = id(901);
    static final UUID ROSES = id(902);
    static final Basket.Delivery NEAR = new Basket.Delivery(false, "BG", null, null, 1_000, 5_000);

    private Offers() {}

    static UUID id(long number) {
        return new UUID(0x7000, number);
    }

    static Basket basket(Basket.BasketLine... lines) {
        return new Basket(List.of(lines), Channel.STOREFRONT, NEAR);
    }

    static Basket basket(Basket.Delivery delivery, Basket.BasketLine... lines) {
        return new Basket(List.of(lines), Channel.STOREFRONT, delivery);
    }

    static Basket.BasketLine line(String sku, long quantity, long unitPrice) {
        return new Basket.BasketLine(id(sku.hashCode()), sku, sku, quantity, unitPrice, Set.of(), null, false);
    }

    static Basket.BasketLine line(String sku, long quantity, long unitPrice, UUID... categories) {
        return new Basket.BasketLine(
                id(sku.hashCode()), sku, sku, quantity, unitPrice, Set.of(categories), null, false);
    }

    static Basket.BasketLine weighing(String sku, long quantity, long unitPrice, long grams) {
        return new Basket.BasketLine(id(sku.hashCode()), sku, sku, quantity, unitPrice, Set.of(), grams, false);
    }

    static Discount percent(int basisPoints) {
        return new Discount.PercentOff(basisPoints);
    }

    static Discount amount(long amount) {
        return new Discount.AmountOff(amount);
    }

    /** Older the smaller the number. */
    static DiscountRule rule(int number, Discount discount) {
        return rule(
                number,
                new DiscountRule.DiscountRuleDetails("rule " + number, discount, null, List.of(), 0, null, null, true));
    }

    static DiscountRule rule(int number, DiscountRule.DiscountRuleDetails discountRuleDetails) {
        return new DiscountRule(id(number), discountRuleDetails, NOW.minusSeconds(10_000 - number), NOW);
    }

    static DiscountRule rule(int number, Discount discount, @Nullable UUID category, int priority) {
        return rule(
                number,
                new DiscountRule.DiscountRuleDetails(
                        "rule " + number, discount, category, List.of(), priority, null, null, true));
    }

    static DiscountCode code(Discount discount) {
        return code(discount, null);
    }

    static DiscountCode code(Discount discount, @Nullable Long minOrderValue) {
        return code(
                new DiscountCode.DiscountCodeDetails(
                        "EID", discount, minOrderValue, null, null, null, null, true, null),
                0);
    }

    static DiscountCode code(DiscountCode.DiscountCodeDetails discountCodeDetails, long used) {
        return new DiscountCode(id(500), discountCodeDetails, used, NOW, NOW);
    }

    static ShippingRule flat(int number, long cost, int priority, String... provinces) {
        return shipping(number, ShippingRuleType.FLAT_RATE, cost, null, null, null, null, null, priority, provinces);
    }

    @SuppressWarnings("TooManyParameters")
    static ShippingRule shipping(
            int number,
            ShippingRuleType type,
            @Nullable Long cost,
            @Nullable Long minValue,
            @Nullable Long maxValue,
            @Nullable Long minGrams,
            @Nullable Long maxGrams,
            @Nullable Long perKg,
            int priority,
            String... provinces) {
        return new ShippingRule(
                id(number),
                new ShippingRule.ShippingRuleDetails(
                        "way " + number,
                        type,
                        cost,
                        minValue,
                        maxValue,
                        minGrams,
                        maxGrams,
                        perKg,
                        List.of(provinces),
                        priority,
                        true),
                NOW.minusSeconds(10_000 - number),
                NOW);
    }

    static Terms terms(DiscountRule... rules) {
        return new Terms(new PriceRules(id(1), List.of(rules), List.of()), null);
    }

    static Terms terms(ShippingRule... rules) {
        return new Terms(new PriceRules(id(1), List.of(), List.of(rules)), null);
    }

    static Terms with(Terms terms, DiscountCode code) {
        return new Terms(terms.rules(), new NamedCode(code.details().code(), code, 0, false));
    }
}
