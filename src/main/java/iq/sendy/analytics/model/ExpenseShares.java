package iq.sendy.analytics.model;

import java.math.BigInteger;

/**
 * Expenses spread by revenue. Asked for one part after the other, it answers whole amounts that add up to all of them when
 * all revenue has been named.
 */
public final class ExpenseShares {

    private final BigInteger expenses;
    private final BigInteger revenue;
    private BigInteger named = BigInteger.ZERO;
    private BigInteger spread = BigInteger.ZERO;

    /**
     * @param revenue of all parts; where it is not above zero nothing carries anything
     */
    public ExpenseShares(long expenses, long revenue) {
        this.expenses = BigInteger.valueOf(revenue > 0 ? expenses : 0);
        this.revenue = BigInteger.valueOf(Math.max(revenue, 1));
    }

    /** The share of the next part. */
    public long of(long partOfRevenue) {
        named = named.add(BigInteger.valueOf(partOfRevenue));
        var before = spread;
        spread = expenses.multiply(named).divide(revenue);
        return spread.subtract(before).longValueExact();
    }
}
