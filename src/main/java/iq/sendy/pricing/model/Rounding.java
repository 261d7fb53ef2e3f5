package iq.sendy.pricing.model;

import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The one place where an amount is divided: {@code amount × times / by}, exact however large the product is. A line of ten
 * thousand pieces at a billion, times a percentage with two decimals, does not fit into 64 bits.
 */
public final class Rounding {

    private Rounding() {}

    /** Percentages. */
    public static long halfUp(long amount, long times, long by) {
        return divided(amount, times, by, RoundingMode.HALF_UP);
    }

    /** Refunds: the parts must not exceed the whole. */
    public static long down(long amount, long times, long by) {
        return divided(amount, times, by, RoundingMode.DOWN);
    }

    /** What is left of {@link #down}, below {@code by}. */
    static long rest(long amount, long times, long by) {
        var product = amount * times;
        return fits(amount, times, product)
                ? product % by
                : product(amount, times).mod(BigInteger.valueOf(by)).longValueExact();
    }

    private static long divided(long amount, long times, long by, RoundingMode mode) {
        if (amount < 0 || times < 0 || by < 1) {
            throw new IllegalArgumentException("Amounts are not negative");
        }
        var product = amount * times;
        if (fits(amount, times, product)) {
            return rounded(product / by, product % by, by, mode);
        }
        var parts = product(amount, times).divideAndRemainder(BigInteger.valueOf(by));
        return rounded(parts[0].longValueExact(), parts[1].longValueExact(), by, mode);
    }

    private static long rounded(long quotient, long rest, long by, RoundingMode mode) {
        // rest >= by - rest is twice the rest against the divisor, without overflow.
        return mode == RoundingMode.HALF_UP && rest >= by - rest ? Math.addExact(quotient, 1) : quotient;
    }

    static boolean fits(long amount, long times, long product) {
        return Math.multiplyHigh(amount, times) == 0 && product >= 0;
    }

    private static BigInteger product(long amount, long times) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(times));
    }
}
