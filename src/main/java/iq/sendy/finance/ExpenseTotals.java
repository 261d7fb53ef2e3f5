package iq.sendy.finance;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * Totals of expenses: of all that a filter finds, of each category, the dearest first, and of each month of the store, the
 * newest first.
 */
public record ExpenseTotals(ExpenseSum all, List<CategorySum> byCategory, List<MonthSum> byMonth) {

    /** So many categories are told apart; all of them count in the whole. */
    public static final int MOST_CATEGORIES = 100;

    /** So many months are told apart, ten years; all of them count in the whole. */
    public static final int MOST_MONTHS = 120;

    public ExpenseTotals {
        byCategory = List.copyOf(byCategory);
        byMonth = List.copyOf(byMonth);
    }

    /**
     * What some expenses come to.
     *
     * @param cost without what pays purchase orders
     */
    public record ExpenseSum(long count, long amount, long cost) {}

    /** What is spent on one category, as its newest expense spells it. */
    public record CategorySum(String category, ExpenseSum sum) {}

    /** What a period, by its first instant, takes from the profit. */
    public record PeriodCost(Instant from, long cost) {}

    /** What is spent in one month of the store. */
    public record MonthSum(YearMonth month, ExpenseSum sum) {}
}
