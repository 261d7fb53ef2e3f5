package iq.sendy.finance;

import iq.sendy.platform.api.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of expenses, and what all that the filter finds add up to.
 *
 * @param totals null on a page behind a cursor: they were said on the first
 */
public record ExpenseList(Page<Expense> page, @Nullable ExpenseTotals totals) {}
