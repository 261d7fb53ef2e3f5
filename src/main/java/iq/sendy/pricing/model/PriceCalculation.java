package iq.sendy.pricing.model;

import iq.sendy.pricing.Basket;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.pricing.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of work, in whole minor units: line prices, the best automatic rule of each line, one code on what is left,
 * shipping. Nothing goes below zero, and the same questions always have the same answer.
 */
public final class PriceCalculation {

    private PriceCalculation() {}

    /** A code that does not hold is among what was lost, and changes nothing. */
    public static PricedBasket of(Basket basket, Terms terms, Instant now) {
        var rules = terms.rules().discounts();
        if (basket.sale() == null) {
            var discounts = new LineDiscounts(basket, rules, now);
            return of(basket, discounts, discounts.off(), terms, now);
        }
        var sold = SoldLines.of(basket, basket.sale(), rules, now);
        return of(
                sold.basket(),
                sold.discounts(),
                sold.off().stream().mapToLong(Long::longValue).toArray(),
                terms,
                now);
    }

    private static PricedBasket of(Basket basket, LineDiscounts rules, long[] off, Terms terms, Instant now) {
        var subTotal = basket.value();
        var applied = new ArrayList<>(rules.applied());
        var lost = new ArrayList<>(rules.lost());
        applyCode(basket, terms, now, off, applied, lost);
        var shipping = ShippingChoice.of(basket, terms.rules().shipping());
        var discountTotal = sum(off);
        return new PricedBasket(
                lines(basket, off),
                applied,
                lost,
                shipping,
                subTotal,
                discountTotal,
                shipping.fee(),
                Math.addExact(subTotal - discountTotal, shipping.fee()));
    }

    private static void applyCode(
            Basket basket,
            Terms terms,
            Instant now,
            long[] off,
            List<PricedBasket.Applied> applied,
            List<PricedBasket.LostDiscount> lost) {
        var named = terms.code();
        if (named == null) {
            return;
        }
        var code = named.found();
        var took = basket.codeTook();
        if (took != null) {
            var word = code == null ? named.typed() : code.details().code();
            take(basket, off, took, applied, code == null ? null : code.id(), word);
            return;
        }
        var refusal = terms.refusal(basket.valueBeforeDiscounts(), now);
        if (code == null || refusal.isPresent()) {
            lost.add(new PricedBasket.LostDiscount(
                    PricedBasket.CODE,
                    code == null ? null : code.id(),
                    code == null ? named.typed() : code.details().code(),
                    refusal.orElseThrow().code()));
            return;
        }
        var amount = code.details().discount().off(sum(left(basket, off)));
        take(basket, off, amount, applied, code.id(), code.details().code());
    }

    /** Takes an amount off what is left: never more than there is. */
    private static void take(
            Basket basket,
            long[] off,
            long wanted,
            List<PricedBasket.Applied> applied,
            @Nullable UUID code,
            String word) {
        var left = left(basket, off);
        var amount = Math.min(wanted, sum(left));
        var parts = Proration.over(left, amount);
        for (var i = 0; i < off.length; i++) {
            off[i] += parts[i];
        }
        applied.add(new PricedBasket.Applied(PricedBasket.CODE, code, word, word, amount));
    }

    private static long[] left(Basket basket, long[] off) {
        var left = new long[off.length];
        for (var i = 0; i < off.length; i++) {
            left[i] = basket.lines().get(i).price() - off[i];
        }
        return left;
    }

    private static List<PricedBasket.PricedLine> lines(Basket basket, long[] off) {
        var lines = new ArrayList<PricedBasket.PricedLine>();
        for (var i = 0; i < off.length; i++) {
            var basketLine = basket.lines().get(i);
            lines.add(new PricedBasket.PricedLine(
                    basketLine.productId(),
                    basketLine.sku(),
                    basketLine.name(),
                    basketLine.quantity(),
                    basketLine.unitPrice(),
                    off[i],
                    basketLine.price() - off[i],
                    basketLine.unpriced()));
        }
        return lines;
    }

    private static long sum(long[] amounts) {
        return LongStream.of(amounts).reduce(0, Math::addExact);
    }
}
