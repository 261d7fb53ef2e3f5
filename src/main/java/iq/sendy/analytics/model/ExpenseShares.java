package iq.sendy.analytics.model;

import java.math.BigInteger;

/**
 * Expenses spread by parts of a whole, such as revenue. Asked for one part after the other, it answers whole amounts that add
 * up to all of them when the whole has been named.
 */
public final class ExpenseShares {

    private final BigInteger expenses;
    private final BigInteger whole;
    private BigInteger named = BigInteger.ZERO;
    private BigInteger spread = BigInteger.ZERO;

    /**
     * @param whole all parts together; where it is not above zero nothing carries anything
     */
    public ExpenseShares(long expenses, long whole) {
        this.expenses = BigInteger.valueOf(whole > 0 ? expenses : 0);
        this.whole = BigInteger.valueOf(Math.max(whole, 1));
    }

    /** The share of the next part. */
    public long of(long part) {
        named = named.add(BigInteger.valueOf(part));
        var before = spread;
        spread = expenses.multiply(named).divide(whole);
        return spread.subtract(before).longValueExact();
    }
}
