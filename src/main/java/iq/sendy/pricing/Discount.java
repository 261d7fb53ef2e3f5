package iq.sendy.pricing;

import iq.sendy.pricing.model.Rounding;

/** Discount: what is taken off, never more than there is. A third kind stops the build until it has arithmetic. */
public sealed interface Discount {

    /** Basis points of the whole: 12.5 percent are 1,250. */
    int WHOLE = 10_000;

    /** Above nothing, at most all of it; half up to the whole minor unit. */
    record PercentOff(int basisPoints) implements Discount {

        public PercentOff {
            if (basisPoints < 1 || basisPoints > WHOLE) {
                throw new IllegalArgumentException("A percentage is above 0 and at most 100");
            }
        }
    }

    /** Minor units of the store's currency. */
    record AmountOff(long amount) implements Discount {

        public AmountOff {
            if (amount < 1) {
                throw new IllegalArgumentException("An amount off is above 0");
            }
        }
    }

    default DiscountType type() {
        return switch (this) {
            case PercentOff _ -> DiscountType.PERCENTAGE;
            case AmountOff _ -> DiscountType.FIXED_AMOUNT;
        };
    }

    /** What it takes off an amount, once. */
    default long off(long left) {
        return switch (this) {
            case PercentOff(var basisPoints) -> Rounding.halfUp(left, basisPoints, WHOLE);
            case AmountOff(var amount) -> Math.min(amount, left);
        };
    }

    /** What it takes off a line: a percentage of the whole line, an amount off each of its pieces. */
    default long off(long unitPrice, long quantity) {
        return switch (this) {
            case PercentOff _ -> off(Math.multiplyExact(unitPrice, quantity));
            case AmountOff _ -> Math.multiplyExact(off(unitPrice), quantity);
        };
    }
}
